package dev.flightboard.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation is worth what it finds: each fault of {@code mutants.txt}, planted alone, fails within a minute, from the
 * seed on that found it last, or from {@code -Dmutants.first=1} on; what needs more luck
 * than that is found by a test. {@code -Dmutants=all} tries every one, {@code -Dmutants="a name,another"} these; else a few
 * that are found at once.
 */
class MutantsTest {

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("mutants.seconds", 60));
    private static final String SOME = String.join(
            ",",
            "a flight that left the view is not told to who resumes",
            "added partitions are not told to who resumes",
            "a position is continued on the next reading of a topic",
            "a text that went to some alone is not noticed");

    @TempDir
    Path folder;

    static Stream<Mutant> mutants() {
        return Mutant.named(System.getProperty("mutants", SOME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void aPlantedFaultIsFound(Mutant mutant) throws Exception {
        mutant.compileInto(folder);
        Class<?> trial = new MutantLoader(folder).loadClass(Trial.class.getName());
        long began = System.nanoTime();

        Object found = mutant.test().isEmpty()
                ? trial.getMethod("firstFailing", long.class, long.class)
                        .invoke(null, Long.getLong("mutants.first", mutant.seed()), TIME.toNanos())
                : trial.getMethod("firstFailing", String.class).invoke(null, "dev.flightboard." + mutant.test());

        System.out.printf("%s: %.1f s, found by %s%n", mutant, (System.nanoTime() - began) / 1e9, found);
        assertThat(found).as(mutant.name()).isNotNull();
    }

    @Test
    void everyFaultCanStillBePlanted() {
        assertThat(Mutant.all())
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(each -> assertThat(each.source()).contains(each.after()));
    }
}
