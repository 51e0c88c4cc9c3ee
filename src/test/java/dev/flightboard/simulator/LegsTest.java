package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flights to Oklahoma City around the nights in which clocks change there and elsewhere. */
class LegsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    // On 6 November 2022 at 2 in the morning clocks went back to 1, on 12 March 2023 on to 3.
    private static final LocalDate BACK = LocalDate.of(2022, 11, 6);
    private static final LocalDate ON = LocalDate.of(2023, 3, 12);

    @Test
    void aFlightIsInTheAirBeforeAndAfterClocksGoBack() {
        // From Los Angeles at half past midnight there, two hours and a half.
        InboundLeg leg = leg(row(BACK.minusDays(1), "LAX", "2330", "2330", "0302", "0302", 152), BACK);

        assertThat(leg.departure()).isEqualTo("2022-11-06T06:30:00Z");
        assertThat(leg.departed()).isEqualTo("2022-11-06T06:30:00Z");
        assertThat(leg.arrived()).isEqualTo("2022-11-06T09:02:00Z");
        assertThat(leg.scheduled().scheduled()).isEqualTo("2022-11-06T09:02:00Z");
    }

    @Test
    void aFlightIsInTheAirBeforeAndAfterClocksGoOn() {
        InboundLeg leg = leg(row(ON.minusDays(1), "ATL", "2330", "2330", "0130", "0330", 180), ON);

        assertThat(leg.departed()).isEqualTo("2023-03-12T05:30:00Z");
        assertThat(leg.arrived()).isEqualTo("2023-03-12T08:30:00Z");
    }

    @Test
    void aFlightThatIsCancelledHasTheClockOfItsOwnSeason() {
        RecordedRow before = row(ON.minusDays(1), "PHX", "1000", "1000", "1310", "1310", 130);
        RecordedRow after = row(ON.plusDays(1), "PHX", "1000", "1000", "1410", "1410", 130);
        RecordedRow cancelled = row(ON.plusDays(2), "PHX", "1000", null, "1410", null, 0);
        RecordedRow earlier = row(ON.minusDays(2), "PHX", "1000", null, "1310", null, 0);

        List<RecordedRow> rows = List.of(before, after, cancelled, earlier);

        assertThat(leg(rows, ON.plusDays(2)).departure()).isEqualTo("2023-03-14T17:00:00Z");
        assertThat(leg(rows, ON.minusDays(2)).departure()).isEqualTo("2023-03-10T17:00:00Z");
    }

    @Test
    void inTheHourThatComesTwiceAFlightArrivesAfterItLeft() {
        // Half an hour from Tulsa, in the same zone: it leaves at 1:45 before the change and arrives at 1:15 after it.
        InboundLeg leg = leg(row(BACK, "TUL", "0145", "0145", "0115", "0115", 30), BACK);

        assertThat(Duration.between(leg.departed(), leg.arrived())).isEqualTo(Duration.ofMinutes(30));
        assertThat(leg.arrived()).isEqualTo(Instant.parse("2022-11-06T07:15:00Z"));
    }

    private static InboundLeg leg(RecordedRow row, LocalDate due) {
        return leg(List.of(row), due);
    }

    private static InboundLeg leg(List<RecordedRow> rows, LocalDate due) {
        return (InboundLeg) Legs.due(due, rows, ZONE).get(0);
    }

    private static RecordedRow row(
            LocalDate date, String origin, String scheduled, String departed, String due, String arrived, int minutes) {
        return new RecordedRow(
                date,
                Direction.ARRIVAL,
                "XX",
                "1",
                origin,
                origin,
                clock(scheduled),
                clock(departed),
                null,
                clock(due),
                clock(arrived),
                arrived == null ? null : Duration.ofMinutes(minutes),
                departed == null,
                false);
    }

    private static LocalTime clock(String text) {
        return text == null ? null : LocalTime.parse(text.substring(0, 2) + ":" + text.substring(2));
    }
}
