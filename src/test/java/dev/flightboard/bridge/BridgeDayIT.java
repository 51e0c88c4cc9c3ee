package dev.flightboard.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An airport whose API fails in every way that it can. */
class BridgeDayIT extends BridgedAirport {

    // Of a day, one each half hour.
    private static final int POLLS = 48;

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
}
