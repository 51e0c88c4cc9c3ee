package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents against each other and the code, as far as a machine can. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern INVARIANT = Pattern.compile("Invariant \\(\"([^\"]+)\"\\)");

    static Stream<Path> documents() {
        return Stream.concat(files(Path.of("."), 1), files(Path.of("docs"), 1))
                .filter(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) {
        List<String> broken = LINK.matcher(Yaml.text(document))
                .results()
                .filter(link -> !link.group(1).contains("://"))
                .filter(link -> !exists(document, link.group(1), link.group(2)))
                .map(link -> link.group())
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void theReadmeIsReadInThreeMinutes() {
        assertThat(Yaml.text(Path.of("README.md")).lines().count()).isLessThanOrEqualTo(150);
    }

    @Test
    void eachInvariantHasOneNameInTheCodeAndInTheDesign() {
        Set<String> named = files(Path.of("src", "main", "java"), 9)
                .flatMap(file -> INVARIANT.matcher(Yaml.text(file)).results())
                .map(invariant -> invariant.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> designed = Pattern.compile("^\\| \\*([a-z ]+)\\* \\|", Pattern.MULTILINE)
                .matcher(Yaml.text(Path.of("docs", "design.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().isEqualTo(designed);
        assertThat(Yaml.text(Path.of("docs", "guarantees.md")).toLowerCase()).contains(named);
    }

    private static boolean exists(Path document, String file, String anchor) {
        Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        if (!Files.exists(target)) return false;
        return anchor == null
                || HEADING.matcher(Yaml.text(target))
                        .results()
                        .map(heading -> heading.group(1).toLowerCase().replaceAll("[^a-z0-9 -]", ""))
                        .anyMatch(heading -> anchor.equals("#" + heading.replace(' ', '-')));
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
