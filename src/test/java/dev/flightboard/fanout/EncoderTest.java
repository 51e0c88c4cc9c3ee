package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import dev.flightboard.board.Position;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final View TERMINAL_3 = new View(Map.of("terminal", Set.of("3")));

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final Encoder encoder = new Encoder("UTC");
    private final List<Applied> batch = new ArrayList<>();

    @BeforeEach
    void aBoardWithAFlightInTerminal3() {
        board.restart(7, clock.instant(), 0);
        board.live(clock.instant(), 0);
        apply("I768", "3");
        board.watch((head, applied) -> batch.addAll(applied));
    }

    // P17
    @Test
    void everySingleChangeIsShownToWhoKeepsUp() {
        apply("I768", "4");
        apply("I768", "5");
        apply("I768", null);

        assertThat(told(View.WHOLE_BOARD, batch)).isEqualTo("I768@4 I768@5 removed");
    }

    @Test
    void aFlightThatLeavesTheFilterIsRemovedOnce() {
        apply("I768", "4");
        apply("I768", "5");
        apply("I768", null);

        assertThat(told(TERMINAL_3, batch)).isEqualTo("removed");
    }

    // P41
    @Test
    void aFlightThatEntersTheFilterIsShown() {
        apply("A123", "4");
        apply("A123", "3");

        assertThat(told(TERMINAL_3, batch)).isEqualTo("A123@3");
    }

    // P10
    @Test
    void aReturningBrowserIsToldThatAFlightHasLeftItsFilter() {
        Head seen = board.head();
        apply("I768", "4");

        assertThat(told(TERMINAL_3, board.head().since(seen.position()))).isEqualTo("removed");
    }

    @Test
    void aFilteredBoardBeginsWithResetAndHoldsOnlyWhatFits() {
        apply("A123", "4");

        assertThat(told(TERMINAL_3, board.head().all())).isEqualTo("reset I768@3");
    }

    @Test
    void aBrowserBroughtToAHeadIsToldOfWhatHadLeftItsFilterByThen() {
        Position seen = board.head().position();
        apply("I768", "4");
        Head left = board.head();
        batch.clear();
        board.apply(0, left.position().nextOffset(0), clock.millis(), "I768", null);

        String caughtUp = told(TERMINAL_3, left.since(seen));
        board.publish(0);

        assertThat(caughtUp).isEqualTo("removed");
        assertThat(told(TERMINAL_3, batch)).isEmpty();
    }

    @Test
    void aStateNewerThanTheHeadIsLeftToTheNextFrameSoThatNoOlderOneFollowsIt() {
        Head seen = board.head();
        apply("A123", "4");
        apply("A123", "5");

        assertThat(told(View.WHOLE_BOARD, seen.all())).isEqualTo("reset I768@3");
        assertThat(told(View.WHOLE_BOARD, batch)).isEqualTo("A123@4 A123@5");
    }

    // P12
    @Test
    void liveCountsTheFlightsThatTheFilterShows() {
        apply("A123", "4");

        String status = new String(encoder.status(TERMINAL_3, new Moment(board.head(), null)), UTF_8);

        assertThat(status).contains("\"flights\":1,");
    }

    // P34
    @Test
    void whereMostOfWhatChangedIsNotItsOwnAViewIsToldAnew() {
        Position seen = board.head().position();
        for (int i = 0; i < 40; i++) apply("A" + i, "4");
        Moment now = new Moment(board.head(), null);

        String filtered = Browser.text(encoder.catchUp(TERMINAL_3, now.head().since(seen), now));
        String whole = Browser.text(encoder.catchUp(View.WHOLE_BOARD, now.head().since(seen), now));

        assertThat(filtered).contains("event: reset", "\"id\":\"I768\"").doesNotContain("event: removed");
        assertThat(whole).doesNotContain("event: reset");
    }

    private void apply(String id, String terminal) {
        board.apply(
                0,
                board.head().position().nextOffset(0),
                clock.millis(),
                id,
                terminal == null ? null : flight(id, "landing", null, terminal));
        board.publish(0);
    }

    private String told(View view, List<Applied> changes) {
        List<byte[]> events = new ArrayList<>();
        encoder.append(events, view, changes, new byte[changes.size()][]);
        return told(events);
    }

    private String told(View view, Changes changes) {
        List<byte[]> events = new ArrayList<>();
        encoder.append(events, view, changes);
        return told(events);
    }

    private static String told(List<byte[]> events) {
        return events.stream()
                .map(each -> new String(each, UTF_8))
                .map(each -> each.contains("event: ")
                        ? each.replaceAll("(?s).*event: (\\w+).*", "$1")
                        : each.replaceAll("(?s).*\"id\":\"(.*?)\".*\"terminal\":\"(.*?)\".*", "$1@$2"))
                .collect(Collectors.joining(" "));
    }
}
