package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the wrapper in a project that pins a Maven of a few bytes; the mvn and curl on its PATH note their calls. */
@DisabledOnOs(OS.WINDOWS)
class MvnwTest {

    private static final String DELIVERS = "cp \"$ARCHIVE\" \"$target/apache-maven-9.9.9-bin.tar.gz\"";
    private static final String FAILS = "exit 1";
    private static final String FORGES = "echo forged > \"$target/apache-maven-9.9.9-bin.tar.gz\"";

    @TempDir
    Path root;

    private Path project;
    private Path archive;
    private Path cached;

    @BeforeEach
    void pinAMaven() throws Exception {
        project = Files.createDirectories(root.resolve("a project"));
        Files.copy(Path.of("mvnw"), project.resolve("mvnw"));
        script(root.resolve("apache-maven-9.9.9/bin/mvn"), "echo pinned \"$@\"");
        archive = root.resolve("archive.tar.gz");
        run(Map.of(), "tar", "-czf", archive.toString(), "-C", root.toString(), "apache-maven-9.9.9");
        byte[] sum = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
        Files.createDirectories(project.resolve(".mvn/wrapper"));
        Files.writeString(
                project.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "mavenVersion=9.9.9\ndistributionSha512Sum=" + String.format("%0128x", new BigInteger(1, sum)) + "\n");
        cached = root.resolve("home/wrapper/dists/apache-maven-9.9.9/bin/mvn");
    }

    @Test
    void cacheIsUsedFirst() throws Exception {
        script(cached, "echo cached \"$@\"");

        assertThat(mvnw(DELIVERS, DELIVERS)).endsWith("cached -v\n").doesNotContain("called");
    }

    @Test
    void coordinatesAreAskedSecond() throws Exception {
        assertThat(mvnw(DELIVERS, DELIVERS))
                .contains("mvn called")
                .doesNotContain("curl called")
                .endsWith("pinned -v\n");
        assertThat(cached).exists();
    }

    @Test
    void archiveIsAskedThird() throws Exception {
        assertThat(mvnw(FAILS, DELIVERS)).containsSubsequence("mvn called", "curl called", "pinned -v\n");
    }

    @Test
    void forgedMavenOfTheRepositoryIsRefusedAndTheArchiveAsked() throws Exception {
        assertThat(mvnw(FORGES, DELIVERS))
                .containsSubsequence("mvn called", "does not have the pinned SHA-512", "curl called", "pinned -v\n");
    }

    @Test
    void forgedMavenIsNeverUnpacked() throws Exception {
        assertThat(mvnw(FORGES, FORGES)).contains("could not be fetched").doesNotContain("pinned -v");
        assertThat(root.resolve("home/wrapper/dists")).isEmptyDirectory();
    }

    private String mvnw(String mvn, String curl) throws Exception {
        String target = "for each; do case $each in -DoutputDirectory=*) target=${each#*=};; esac; done\n";
        script(root.resolve("bin/mvn"), "echo mvn called >&2\n" + target + mvn);
        String output = "while [ \"$1\" != -o ]; do shift; done; target=$(dirname \"$2\")\n";
        script(root.resolve("bin/curl"), "echo curl called >&2\n" + output + curl);
        return run(
                Map.of(
                        "PATH", root.resolve("bin") + ":/usr/bin:/bin",
                        "MAVEN_USER_HOME", root.resolve("home").toString(),
                        "ARCHIVE", archive.toString()),
                project.resolve("mvnw").toString(),
                "-v");
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    private static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
