package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What .dockerignore leaves out of the image, held against what the service needs. */
class ImageContentTest {

    private static final String LIBRARIES = "target/quarkus-app/lib/main/";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.flightboard");

    @Test
    void noJarThatTheServiceUsesIsLeftOutOfTheImage() {
        Set<String> used = jars(false);

        assertThat(used).isNotEmpty().filteredOn(ImageContentTest::isLeftOut).isEmpty();
    }

    @Test
    void theEmbeddedBrokersJarsAreLeftOut() {
        assertThat(jars(true)).anyMatch(ImageContentTest::isLeftOut);
    }

    /** The jars that the embedded broker's classes use, or those of all others, as they are named in the packaged service. */
    private static Set<String> jars(boolean ofBroker) {
        return CLASSES.stream()
                .filter(each -> each.getPackageName().startsWith("dev.flightboard.broker") == ofBroker)
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(each -> !each.isPrimitive())
                .map(JavaClass::getName)
                .distinct()
                .flatMap(ImageContentTest::jar)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> jar(String name) {
        try {
            CodeSource source = Class.forName(name, false, ImageContentTest.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return source == null || !source.getLocation().getPath().endsWith(".jar")
                    ? Stream.empty()
                    : Stream.of(nameInService(Path.of(source.getLocation().toURI())));
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Of {@code …/org/pcollections/pcollections/5.0.0/pcollections-5.0.0.jar}: with the group before it. */
    private static String nameInService(Path jar) {
        Path group = jar.getParent().getParent().getParent();
        String all = group.toString().replace('/', '.');
        return all.substring(all.lastIndexOf("repository.") + "repository.".length()) + "." + jar.getFileName();
    }

    /** As Docker reads the file: the last line that fits decides. */
    private static boolean isLeftOut(String jar) {
        boolean leftOut = false;
        for (String line : Yaml.text(Path.of(".dockerignore")).lines().toList()) {
            String pattern = line.replaceFirst("^!", "");
            if (!pattern.startsWith(LIBRARIES)) continue;
            String regex =
                    pattern.substring(LIBRARIES.length()).replace(".", "\\.").replace("*", ".*");
            if (jar.matches(regex)) leftOut = !line.startsWith("!");
        }
        return leftOut;
    }
}
