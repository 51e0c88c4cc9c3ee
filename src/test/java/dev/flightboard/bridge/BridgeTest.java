package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.flightboard.bridge.Bridge.Round;
import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import dev.flightboard.support.ManualClock;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bridge between an airport's API and a real topic, one poll at a time. */
class BridgeTest {

    private static final int LISTS = 3;

    // Of a day, one each half hour.
    private static final int POLLS = 48;

    private final TestKafka kafka = TestKafka.shared();
    private final String topic = kafka.createTopic(2, "message.timestamp.type=LogAppendTime");
    private final Airport airport = new Airport();
    private Bridge bridge = bridge("arrivals", Clock.systemUTC());

    @AfterEach
    void close() {
        bridge.close();
        airport.close();
    }

    @Test
    void whatIsListedIsWrittenInTheContractsFormAndOnlyOnce() throws Exception {
        for (int i = 0; i < 7; i++) airport.show("F" + i, "Landing");

        Round first = bridge.round();
        Round second = bridge.round();

        assertThat(first.trouble()).isNull();
        assertThat(first.written()).isEqualTo(7);
        assertThat(second.written()).isZero();
        assertThat(topic()).hasSize(7).containsEntry("F0", "{\"flight\":\"F0\",\"state\":\"landing\"}");
    }

    @Test
    void pagesMayBeCountedUntilOneIsEmpty() throws Exception {
        for (int i = 0; i < 7; i++) airport.show("F" + i, "landing");
        use(new Api(airport.uri(), Map.of(), List.of(), List.of(), "page", 1, List.of(List.of("id"))));

        assertThat(bridge.round().trouble()).isNull();
        assertThat(topic()).hasSize(7);
        assertThat(airport.requests).isEqualTo(4);
    }

    @Test
    void theListAndTheNextPageMayStandWithinTheAnswer() throws Exception {
        for (int i = 0; i < 5; i++) airport.show("F" + i, "landing");
        airport.answers((asked, page) -> airport.send(
                asked,
                200,
                "{\"data\":{\"all\":%s,\"old\":[]},\"links\":{\"next\":%s}}"
                        .formatted(airport.list(page), page == 1 ? "\"?page=2\"" : "null"),
                0));
        use(new Api(
                airport.uri(),
                Map.of(),
                List.of("data", "all"),
                List.of("links", "next"),
                null,
                1,
                List.of(List.of("id"), List.of("status"))));

        assertThat(bridge.round().trouble()).isNull();
        assertThat(topic()).hasSize(5).containsKey("F4-landing");
    }

    @Test
    void aPageAtAnotherHostIsNotAskedForWhatTheHeadersHold() throws Exception {
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Link", "<http://other.example/2>; rel=\"next\"");
            airport.send(asked, 200, "[]", 0);
        });

        assertThat(bridge.round().trouble()).contains("other.example");
    }

    @Test
    void onlyWhatChangedIsWrittenAfterARestartToo() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        restart("arrivals");
        airport.show("F2", "landed");

        Round round = bridge.round();

        assertThat(round.written()).isOne();
        assertThat(topic().get("F2")).contains("landed");
    }

    @Test
    void whatIsMissingFromSeveralWholeListsIsRemovedAndNotBefore() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        airport.flights.remove("F2");

        for (int i = 1; i < LISTS; i++) assertThat(bridge.round().removed()).isZero();

        assertThat(bridge.round().removed()).isOne();
        assertThat(topic()).containsOnlyKeys("F1");
        assertThat(bridge.round().removed()).isZero();
    }

    @Test
    void aFlightThatWentWhileTheBridgeWasAwayIsRemoved() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        airport.flights.remove("F2");
        restart("arrivals");

        settle();

        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void whatOthersWroteIsLeftAlone() throws Exception {
        kafka.send(topic, "OTHER", "{\"flight\":\"OTHER\",\"state\":\"landing\"}");
        airport.show("F1", "landing");
        bridge.round();
        restart("departures");
        airport.flights.clear();
        airport.show("D1", "scheduled");

        settle();

        assertThat(topic()).containsOnlyKeys("OTHER", "F1", "D1");
    }

    @Test
    void noFaultOfAPollRemovesAnything() throws Exception {
        for (int i = 0; i < 7; i++) airport.show("F" + i, "landing");
        bridge.round();
        List<Airport.Answer> faults = List.of(
                (asked, page) -> airport.send(asked, 500, "[]", 0),
                (asked, page) -> airport.send(asked, 404, "", 0),
                (asked, page) -> airport.send(asked, 200, "", 0),
                (asked, page) -> airport.send(asked, 200, "{}", 0),
                (asked, page) -> airport.send(asked, 200, "<html>maintenance</html>", 0),
                (asked, page) -> airport.send(asked, 200, airport.list(1).substring(0, 40), 0),
                (asked, page) -> airport.cut(asked, airport.list(1)),
                // A page that is missing, and one that comes in the place of another.
                (asked, page) -> airport.send(asked, page == 2 ? 500 : 200, airport.list(page), page + 1),
                (asked, page) -> airport.send(asked, 200, airport.list(1), page < 3 ? page + 1 : 0),
                (asked, page) -> airport.send(asked, 200, airport.list(page), 1));

        for (Airport.Answer fault : faults) {
            airport.answers(fault);
            for (int i = 0; i <= LISTS; i++)
                assertThat(bridge.round().trouble()).isNotNull();
        }

        assertThat(topic()).hasSize(7);
    }

    @Test
    void anEntryThatCannotBeShownKeepsWhatIsShownOfIt() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        airport.show("F1", "???");

        settle();

        assertThat(topic().get("F1")).contains("landing");
        assertThat(bridge.round().faults()).singleElement().asString().contains("???");
    }

    @Test
    void whileAnEntryHasNoIdNothingIsRemoved() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        airport.flights.put("F1", "{\"number\":\"f1\",\"status\":\"landed\"}");

        settle();

        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void anEmptyListIsNotBelievedAsSoonAsOneFlightsAbsence() throws Exception {
        for (int i = 0; i < 20; i++) airport.show("F" + i, "landing");
        bridge.round();
        Map<String, String> before = Map.copyOf(airport.flights);
        airport.flights.clear();

        settle();
        assertThat(topic()).hasSize(20);

        airport.flights.putAll(before);
        bridge.round();
        airport.flights.clear();
        for (int i = 0; i < 5 * LISTS; i++) bridge.round();
        assertThat(topic()).isEmpty();
    }

    @Test
    void aFlightThatIsListedUnderAnotherIdIsMoved() throws Exception {
        airport.show("F1-0611", "landing");
        bridge.round();
        airport.flights.clear();
        airport.show("F1-0612", "landing");

        settle();

        assertThat(topic()).containsOnlyKeys("F1-0612");
    }

    @Test
    void aKeyThatMovedToAnotherPartitionIsFollowed() throws Exception {
        for (int i = 0; i < 10; i++) airport.show("F" + i, "landing");
        bridge.round();
        kafka.addPartitions(topic, 5);
        for (int i = 0; i < 10; i++) airport.show("F" + i, "landed");
        bridge.round();
        restart("arrivals");

        assertThat(bridge.round().written()).isZero();
        airport.flights.remove("F3");
        settle();

        restart("arrivals");
        assertThat(bridge.round().written()).isZero();
        assertThat(bridge.round().removed()).isZero();
    }

    @Test
    void aTopicThatWasMadeAnewIsFilledAnew() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        kafka.deleteTopic(topic);
        kafka.createTopic(topic, 2);

        Round round = bridge.round();

        assertThat(round.written()).isOne();
        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void whatStandsIsSaidAgainBeforeBoardsForgetIt() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        bridge.close();
        bridge = bridge(
                "arrivals",
                new ManualClock(Instant.now().plus(Duration.ofHours(25)).toString()));

        assertThat(bridge.round().written()).isOne();
    }

    @Test
    void theApiIsAskedForNoMoreThanWhatIsNew() throws Exception {
        airport.show("F1", "landing");
        airport.answers((asked, page) -> {
            String tag = "\"" + airport.flights.hashCode() + "\"";
            if (List.of(tag).equals(asked.getRequestHeaders().get("If-None-Match"))) {
                asked.sendResponseHeaders(304, -1);
                return;
            }
            asked.getResponseHeaders().add("ETag", tag);
            airport.page(asked, page);
        });
        bridge.round();

        assertThat(bridge.round().trouble()).isNull();
        assertThat(airport.asked.get("If-none-match")).hasSize(1);
        assertThat(bridge.round().removed()).isZero();
        airport.show("F1", "landed");
        assertThat(bridge.round().written()).isOne();
    }

    @Test
    void itWaitsForAsLongAsTheApiAsks() throws Exception {
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Retry-After", "120");
            airport.send(asked, 429, "slow down", 0);
        });

        Round round = bridge.round();

        assertThat(round.retryAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(round.trouble()).isEqualTo("status 429");
    }

    @Test
    void anOlderAnswerThanTheOneBeforeIsNotTaken() throws Exception {
        airport.show("F1", "landed");
        airport.answers((asked, page) -> dated(asked, "Fri, 27 Nov 2026 10:00:00 GMT"));
        bridge.round();
        airport.show("F1", "landing");
        airport.answers((asked, page) -> dated(asked, "Fri, 27 Nov 2026 09:00:00 GMT"));

        Round round = bridge.round();

        assertThat(round.trouble()).contains("older");
        assertThat(topic().get("F1")).contains("landed");
    }

    private void dated(HttpExchange asked, String date) throws IOException {
        asked.getResponseHeaders().add("Last-Modified", date);
        airport.page(asked, 1);
    }

    /** A day of an airport whose API fails in every way that it can, and in the end is well. */
    @Test
    void afterADayOfFaultyPollsTheTopicHoldsExactlyTheTruth() throws Exception {
        long seed = System.nanoTime();
        Random day = new Random(seed);
        Map<String, String> states = new TreeMap<>();
        for (int i = 0; i < 12; i++) states.put("F" + i, "scheduled");

        Set<String> shown = new HashSet<>();
        for (int poll = 0; poll < POLLS; poll++) {
            String before = String.join(",", airport.flights.values());
            change(states, day);
            airport.flights.clear();
            states.forEach(airport::show);
            // An answer of the poll before, as out of a cache; but not as often as it takes to be believed.
            if (poll % 3 == 2) airport.answers((asked, page) -> airport.send(asked, 200, "[" + before + "]", 0));
            else misbehave(day.nextInt(8));
            shown.retainAll(states.keySet());
            if (bridge.round().removed() > 0) {
                assertThat(topic().keySet()).as("seed " + seed).containsAll(shown);
                shown.addAll(topic().keySet());
            }
            if (poll % 12 == 11) restart("arrivals");
        }
        airport.isWell();
        settle();

        Map<String, String> truth = new TreeMap<>();
        states.forEach((id, state) -> truth.put(id, "{\"flight\":\"" + id + "\",\"state\":\"" + state + "\"}"));
        assertThat(topic()).as("seed " + seed).isEqualTo(truth);
    }

    private static void change(Map<String, String> states, Random day) {
        List<String> all = List.of("scheduled", "departed", "landing", "landed", "arrived");
        states.replaceAll((id, state) -> day.nextInt(10) == 0 ? all.get(day.nextInt(all.size())) : state);
        if (day.nextInt(6) == 0) states.put("F" + day.nextInt(30), "scheduled");
        if (day.nextInt(6) == 0) states.remove("F" + day.nextInt(30));
    }

    private void misbehave(int fault) {
        airport.answers(
                switch (fault) {
                    case 0 -> (asked, page) -> airport.send(asked, 500, "", 0);
                    case 1 -> (asked, page) -> airport.cut(asked, airport.list(page));
                    case 2 -> (asked, page) -> airport.send(asked, page == 2 ? 503 : 200, airport.list(page), page + 1);
                    // The first again in the place of the second.
                    case 3 ->
                        (asked, page) ->
                                airport.send(asked, 200, airport.list(page == 2 ? 1 : page), page < 3 ? page + 1 : 0);
                    // The last first.
                    case 4 ->
                        (asked, page) -> {
                            int pages = (airport.flights.size() + Airport.PAGE - 1) / Airport.PAGE;
                            airport.send(asked, 200, airport.list(pages + 1 - page), page < pages ? page + 1 : 0);
                        };
                    default -> airport::page;
                });
    }

    /** As many whole lists as it takes for what is missing to have gone. */
    private void settle() throws InterruptedException {
        for (int i = 0; i <= LISTS; i++) bridge.round();
    }

    private void restart(String name) {
        bridge.close();
        bridge = bridge(name, Clock.systemUTC());
    }

    private void use(Api api) {
        bridge.close();
        bridge = bridge(api, "arrivals", Clock.systemUTC());
    }

    private Bridge bridge(String name, Clock clock) {
        return bridge(
                new Api(airport.uri(), Map.of(), List.of(), List.of(), null, 1, List.of(List.of("id"))), name, clock);
    }

    private Bridge bridge(Api api, String name, Clock clock) {
        RecordReader reader =
                new RecordReader(ZoneOffset.UTC, 16384, Format.PLAIN, FieldNames.parse("flight=number,state=status"));
        return new Bridge(
                api, reader, 1_000_000, Map.of("bootstrap.servers", kafka.servers()), topic, name, LISTS, clock);
    }

    /** The newest value of each key that has one. */
    private Map<String, String> topic() {
        Map<String, String> values = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> each : kafka.records(topic)) {
            if (each.value() == null) values.remove(each.key());
            else values.put(each.key(), new String(each.value(), UTF_8));
        }
        return values;
    }
}
