package dev.flightboard.deploy;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.core.domain.JavaModifier.VOLATILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of shared objects in docs/design.md against the code. */
class SharedFieldsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:`\\w+\\.[\\w*]+`(?:, )?)+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.([\\w*]+)`");

    private static final Set<JavaClass> CLASSES = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(
                            "dev.flightboard.board",
                            "dev.flightboard.fanout",
                            "dev.flightboard.http",
                            "dev.flightboard.connection")
                    .stream()
                    .collect(Collectors.toSet());

    private static final Set<String> TABLE = ROW.matcher(Yaml.text(Path.of("docs", "design.md")))
            .results()
            .flatMap(row -> NAME.matcher(row.group(1)).results())
            .map(name -> name.group(1) + "." + name.group(2))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyFieldThatThreadsShareIsInTheTable() {
        Set<String> shared = CLASSES.stream()
                .flatMap(SharedFieldsTest::shared)
                .filter(name -> !TABLE.contains(name.replaceFirst("\\..*", ".*")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shared).isNotEmpty().isSubsetOf(TABLE);
    }

    @Test
    void everyClassThatLocksIsInTheTable() {
        Set<String> locking = CLASSES.stream()
                .filter(SharedFieldsTest::locks)
                .map(SharedFieldsTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(locking)
                .isNotEmpty()
                .isSubsetOf(TABLE.stream()
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .toList());
    }

    @Test
    void everyRowNamesAFieldThatIsThere() {
        Set<String> fields = CLASSES.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.getSimpleName() + ".*"),
                        each.getFields().stream().map(SharedFieldsTest::name)))
                .collect(Collectors.toSet());

        assertThat(TABLE).isNotEmpty().isSubsetOf(fields);
    }

    private static Stream<String> shared(JavaClass type) {
        Set<String> concurrent = concurrentCollections(type);
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(VOLATILE)
                        || isForThreads(field)
                        || concurrent.contains(field.getName()))
                .map(SharedFieldsTest::name);
    }

    /** Of a class that is there for threads to share; executors and what they return are threads, not what they share. */
    private static boolean isForThreads(JavaField field) {
        JavaClass type = field.getRawType();
        if (type.getName().equals("java.lang.invoke.VarHandle")) return true;
        return type.getPackageName().startsWith("java.util.concurrent")
                && !Executor.class.isAssignableFrom(type.reflect())
                && !Future.class.isAssignableFrom(type.reflect())
                && type.reflect().getEnclosingClass() != Flow.class;
    }

    /** Fields that are declared as a Map and the like: only the source says what is put there. */
    private static Set<String> concurrentCollections(JavaClass type) {
        return Pattern.compile("(\\w+)\\s*=\\s*new (?:Concurrent|CopyOnWrite|LinkedBlocking)\\w+")
                .matcher(source(type))
                .results()
                .map((MatchResult field) -> field.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean locks(JavaClass type) {
        return type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(SYNCHRONIZED))
                || source(type).contains("synchronized (");
    }

    private static String source(JavaClass type) {
        return Yaml.text(SOURCES.resolve(type.getPackageName().replace('.', '/') + "/" + outermost(type) + ".java"));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replaceFirst("\\$.*", "");
    }

    private static String name(JavaField field) {
        return field.getOwner().getSimpleName() + "." + field.getName();
    }
}
