package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a release takes from this repository, as far as it can be tried without one. */
class ReleaseTest {

    @Test
    void theNotesAreTheVersionsSectionOfTheChangelog() throws Exception {
        Process notes = notes("Unreleased");

        assertThat(new String(notes.getInputStream().readAllBytes()))
                .startsWith("### ")
                .doesNotContain("## [");
        assertThat(notes.waitFor()).isZero();
    }

    @Test
    void aVersionThatTheChangelogDoesNotKnowIsNotReleased() throws Exception {
        Process notes = notes("999.0.0");

        assertThat(new String(notes.getErrorStream().readAllBytes())).contains("999.0.0");
        assertThat(notes.waitFor()).isEqualTo(1);
    }

    private static Process notes(String version) throws IOException {
        return new ProcessBuilder(".ci/notes", version).start();
    }
}
