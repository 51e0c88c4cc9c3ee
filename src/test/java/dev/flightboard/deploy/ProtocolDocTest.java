package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.fanout.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/protocol.md against the tests: the number of each rule stands alone in a comment right above a test that holds
 * it, as {@code // P1, P2}.
 */
class ProtocolDocTest {

    private static final Path DOCUMENT = Path.of("docs", "protocol.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern RULE = Pattern.compile("^- \\*\\*P(\\d+)\\*\\* ", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("^ *// (P\\d+(?:, P\\d+)*)\n( *\\S.*)$", Pattern.MULTILINE);

    private static final List<Integer> RULES = RULE.matcher(Yaml.text(DOCUMENT))
            .results()
            .map(rule -> Integer.valueOf(rule.group(1)))
            .toList();

    /** By file, the numbers that its tests name. */
    private static final Map<Path, Set<Integer>> NAMED = named();

    @Test
    void theRulesAreNumberedWithoutGaps() {
        assertThat(RULES)
                .isNotEmpty()
                .isEqualTo(IntStream.rangeClosed(1, RULES.size()).boxed().toList());
    }

    @Test
    void everyRuleHasATestThatNamesIt() {
        assertThat(named(NAMED)).containsAll(RULES);
    }

    @Test
    void noTestNamesARuleThatIsNotThere() {
        NAMED.forEach((file, numbers) ->
                assertThat(numbers).as(file.toString()).isNotEmpty().isSubsetOf(RULES));
    }

    @Test
    void eachMarkStandsRightAboveATest() {
        for (Path file : NAMED.keySet()) {
            assertThat(marks(file))
                    .allMatch(mark -> mark.group(2).strip().matches("@(Parameterized|Arch)?Test|@Property.*"));
        }
    }

    @Test
    void everyFilterIsNamed() {
        String filters = Yaml.text(DOCUMENT)
                .replaceAll("(?s).*(\\*\\*P\\d+\\*\\* `/events` and `/flights` take.*?)\n- .*", "$1");

        assertThat(filters.lines().count()).isLessThan(9);
        assertThat(View.fields()).isNotEmpty().allMatch(field -> filters.contains("`" + field + "`"));
    }

    private static Set<Integer> named(Map<Path, Set<Integer>> byFile) {
        return byFile.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Path, Set<Integer>> named() {
        Map<Path, Set<Integer>> named = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Set<Integer> numbers = marks(file).stream()
                        .flatMap(mark -> Stream.of(mark.group(1).split(", ")))
                        .map(number -> Integer.valueOf(number.substring(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!numbers.isEmpty()) named.put(file, numbers);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named;
    }

    private static List<MatchResult> marks(Path file) {
        return MARK.matcher(Yaml.text(file)).results().toList();
    }
}
