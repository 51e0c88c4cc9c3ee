package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedDayTest {

    private static final Path JANUARY = Path.of("../shared/data/bts-on-time-2023-01-oklahoma.csv");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate DATE = LocalDate.of(2023, 1, 11);

    // Shuffled, with more than is needed, and with the comma that ends every line of a download.
    private static final String HEADER = "DEST,TAIL_NUM,FL_DATE,ORIGIN,ORIGIN_CITY_NAME,OP_UNIQUE_CARRIER,"
            + "OP_CARRIER_FL_NUM,CRS_DEP_TIME,DEP_TIME,CRS_ARR_TIME,ARR_TIME,WHEELS_ON,ACTUAL_ELAPSED_TIME,CANCELLED,"
            + "DIVERTED,\n";
    private static final String ON_TIME =
            "OKC,N1,1/11/2023 0:00,ATL,\"Atlanta, GA\",DL,101,1000,1000,1120,1120,1113,140,0,0,\n";

    private static final String DEPARTURE =
            "ATL,N1,1/11/2023 0:00,OKC,\"Oklahoma City, OK\",DL,201,1000,1002,1320,1320,1313,140,0,0,\n";

    @TempDir
    Path directory;

    @Test
    void theDayOfTheOutageEndsAsItDid() throws IOException {
        assumeThat(JANUARY)
                .as("the recorded January of Oklahoma is not at hand")
                .exists();
        RecordedDay day = day(JANUARY, 60);

        List<FlightState> board = Board.atTheEndOf(day).values().stream()
                .filter(flight -> !flight.departs())
                .toList();

        assertThat(board).hasSize(53);
        assertThat(board)
                .filteredOn(flight -> flight.state().equals("cancelled"))
                .hasSize(3);
        assertThat(board).filteredOn(flight -> flight.state().equals("arrived")).hasSize(50);
        assertThat(board)
                .filteredOn(flight -> flight.actual() != null)
                .filteredOn(flight -> !delay(flight).minusMinutes(15).isNegative())
                .hasSize(31);
    }

    @Test
    void itsDeparturesEndAsTheTableHasThem() throws IOException {
        assumeThat(JANUARY)
                .as("the recorded January of Oklahoma is not at hand")
                .exists();
        List<String[]> rows = Files.readAllLines(JANUARY).stream()
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1))
                .filter(row -> row[0].startsWith("1/11/2023") && row[4].equals("OKC"))
                .toList();

        List<FlightState> board = Board.atTheEndOf(day(JANUARY, 60)).values().stream()
                .filter(FlightState::departs)
                .toList();

        assertThat(board)
                .hasSameSizeAs(rows)
                .extracting(FlightState::flight)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row[1] + row[2]).toList());
        assertThat(board)
                .filteredOn(flight -> flight.state().equals("cancelled"))
                .hasSize((int) rows.stream().filter(row -> row[15].equals("1")).count());
        assertThat(board)
                .filteredOn(flight -> flight.state().equals("departed"))
                .hasSize((int) rows.stream().filter(row -> !row[9].isEmpty()).count());
        assertThat(board)
                .filteredOn(flight -> flight.actual() != null)
                .filteredOn(flight -> !delay(flight).minusMinutes(15).isNegative())
                .hasSize((int) rows.stream()
                        .filter(row -> !row[9].isEmpty() && minutesLate(row[8], row[9]) >= 15)
                        .count());
    }

    /** Of two clock times; what seems four hours early is of the day after. */
    private static int minutesLate(String scheduled, String departed) {
        int late = minutes(departed) - minutes(scheduled);
        return late < -4 * 60 ? late + 24 * 60 : late;
    }

    private static int minutes(String clock) {
        return Integer.parseInt(clock) / 100 * 60 + Integer.parseInt(clock) % 100;
    }

    @Test
    void aDepartureTakesItsRecordedCourse() throws IOException {
        Day day = day(DEPARTURE);

        FlightState scheduled = day.opening().iterator().next();
        List<Step> course = course(day);

        assertThat(scheduled)
                .extracting(FlightState::id, FlightState::flight, FlightState::destination, FlightState::departure)
                .containsExactly("DL201-2023-01-11-OKC", "DL201", "ATL", "10:00");
        assertThat(scheduled.departs()).isTrue();
        assertThat(scheduled.origin()).isNull();
        assertThat(scheduled.arrival()).isNull();
        assertThat(course)
                .extracting(Step::due, step -> step.state().state())
                .containsExactly(
                        tuple(sinceMidnight(9, 27), "boarding"),
                        tuple(sinceMidnight(9, 42), "final-call"),
                        tuple(sinceMidnight(9, 47), "gate-closed"),
                        tuple(sinceMidnight(10, 2), "departed"));
        assertThat(local(course.get(3).state().actual())).isEqualTo("10:02");
    }

    @Test
    void aDepartureThatIsLateIsExpectedNoSoonerThanPeopleKnow() throws IOException {
        Day day = day(DEPARTURE.replace("1000,1002", "1000,1040"));

        assertThat(course(day))
                .extracting(
                        Step::due,
                        step -> step.state().state(),
                        step -> step.state().estimated() == null
                                ? null
                                : local(step.state().estimated()))
                .containsExactly(
                        tuple(sinceMidnight(10, 5), "boarding", null),
                        tuple(sinceMidnight(10, 15), "boarding", "10:15"),
                        tuple(sinceMidnight(10, 20), "final-call", "10:15"),
                        tuple(sinceMidnight(10, 25), "gate-closed", "10:15"),
                        tuple(sinceMidnight(10, 30), "gate-closed", "10:30"),
                        tuple(sinceMidnight(10, 40), "departed", "10:40"));
    }

    @Test
    void aCancelledDepartureIsCancelledAtItsTime() throws IOException {
        Day day = day(DEPARTURE.replace("1000,1002", "1000,").replace(",0,0,\n", ",1,0,\n"));

        assertThat(course(day))
                .extracting(Step::due, step -> step.state().state())
                .containsExactly(tuple(sinceMidnight(10, 0), "cancelled"));
    }

    @Test
    void theDayIsLaidOnAnotherByTheAirportsClocks() throws IOException {
        LocalDate summer = LocalDate.of(2026, 7, 14);
        RecordedDay day = new RecordedDay("OKC", DATE, summer, ZONE, legs(ON_TIME), Duration.ZERO, 1);

        FlightState flight = Board.atTheEndOf(day).get("DL101-2023-01-11-ATL");

        assertThat(flight.scheduled()).isEqualTo("2026-07-14T16:20:00Z");
        assertThat(flight.actual()).isEqualTo("2026-07-14T16:20:00Z");
        assertThat(flight.arrival()).isEqualTo("11:20");
        assertThat(course(day).get(0).due()).isEqualTo(sinceMidnight(9, 0));
    }

    @Test
    void whatIsFasterThanTheClockSaysWhatTimeItIsThere() throws IOException {
        RecordedDay day = new RecordedDay("OKC", DATE, DATE, ZONE, legs(ON_TIME), Duration.ZERO, 60);
        Instant opened = Instant.parse("2026-11-27T09:00:00Z");

        Replay replay = day.replay(opened).orElseThrow();

        assertThat(replay.began()).isEqualTo(opened);
        assertThat(local(replay.from())).isEqualTo("00:00");
        assertThat(local(replay.until())).isEqualTo("11:20");
        assertThat(replay.speed()).isEqualTo(60);
    }

    @Test
    void whatGoesWithTheClockIsNoReplayAndIsAsFarAsTheClock() throws IOException {
        Duration tenOClock = Duration.ofHours(10);
        RecordedDay day = new RecordedDay("OKC", DATE, DATE, ZONE, legs(ON_TIME), tenOClock, 1);
        Instant now = DATE.atStartOfDay(ZONE).toInstant().plus(tenOClock);

        assertThat(day.replay(now)).isEmpty();
        assertThat(course(day))
                .extracting(Step::due)
                .startsWith(Duration.ZERO, sinceMidnight(1, 3), sinceMidnight(1, 13));
    }

    @Test
    void theWholeScheduleIsUpFrontInLocalTime() throws IOException {
        Day day = day(ON_TIME);

        FlightState flight = Board.at(Duration.ofSeconds(-1), day).get("DL101-2023-01-11-ATL");

        assertThat(flight)
                .extracting(FlightState::flight, FlightState::state, FlightState::origin, FlightState::arrival)
                .containsExactly("DL101", "scheduled", "Atlanta", "11:20");
        assertThat(flight.scheduled()).isEqualTo("2023-01-11T17:20:00Z");
        assertThat(flight.airline()).isEqualTo("DL");
    }

    @Test
    void aFlightTakesItsRecordedCourseInTheTimeOfTheAirport() throws IOException {
        Day day = day(ON_TIME);

        List<Step> course = course(day);

        assertThat(course)
                .extracting(Step::due, step -> step.state().state())
                .containsExactly(
                        tuple(sinceMidnight(9, 0), "departed"),
                        tuple(sinceMidnight(11, 3), "landing"),
                        tuple(sinceMidnight(11, 13), "landed"),
                        tuple(sinceMidnight(11, 20), "arrived"));
    }

    @Test
    void estimatesTellNothingBeforeItIsKnown() throws IOException {
        Day day = day("OKC,N1,1/11/2023 0:00,ATL,\"Atlanta, GA\",DL,101,1000,1040,1120,1230,1223,170,0,0,\n");

        List<Step> course = course(day);

        assertThat(course)
                .extracting(
                        Step::due,
                        step -> step.state().state(),
                        step -> local(step.state().estimated()))
                .containsExactly(
                        tuple(sinceMidnight(9, 15), "scheduled", "11:35"),
                        tuple(sinceMidnight(9, 30), "scheduled", "11:50"),
                        tuple(sinceMidnight(9, 40), "departed", "12:00"),
                        tuple(sinceMidnight(12, 13), "landing", "12:28"),
                        tuple(sinceMidnight(12, 23), "landed", "12:28"),
                        tuple(sinceMidnight(12, 30), "arrived", "12:30"));
    }

    @Test
    void aFlightDueJustBeforeMidnightMayArriveTheNextDay() throws IOException {
        Day day = day("OKC,N1,1/11/2023 0:00,DEN,\"Denver, CO\",UA,7,2100,2130,2340,0009,2400,99,0,0,\n");

        List<Step> course = course(day);

        assertThat(course.get(course.size() - 2).due()).isEqualTo(Duration.ofHours(24));
        assertThat(course.get(course.size() - 1).due())
                .isEqualTo(Duration.ofHours(24).plusMinutes(9));
    }

    @Test
    void aFlightThatLeftTheDayBeforeIsUnderWayWhenTheDayOpens() throws IOException {
        Day day = day("OKC,N1,1/10/2023 0:00,DEN,\"Denver, CO\",UA,7,2230,2230,0105,0055,0050,85,0,0,\n");

        FlightState flight = Board.at(Duration.ZERO, day).get("UA7-2023-01-10-DEN");

        assertThat(flight.state()).isEqualTo("departed");
        assertThat(flight.scheduled()).isEqualTo("2023-01-11T07:05:00Z");
    }

    @Test
    void aCancelledFlightIsCancelledAtItsTimeOfDeparture() throws IOException {
        Day day = day(ON_TIME + "OKC,,1/11/2023 0:00,ATL,\"Atlanta, GA\",DL,102,1300,,1420,,,,1.00,0.00,\n");

        List<Step> course = course(day).stream()
                .filter(step -> step.id().startsWith("DL102"))
                .toList();

        assertThat(course)
                .extracting(Step::due, step -> step.state().state())
                .containsExactly(tuple(sinceMidnight(12, 0), "cancelled"));
    }

    @Test
    void aDivertedFlightMayStillArrive() throws IOException {
        Day day = day(ON_TIME
                + "OKC,N1,1/11/2023 0:00,ATL,\"Atlanta, GA\",DL,103,1300,1300,1420,1800,1755,,0,1,\n"
                + "OKC,N1,1/11/2023 0:00,ATL,\"Atlanta, GA\",DL,104,1300,1300,1420,,,,0,1,\n");

        List<Step> course = course(day);

        assertThat(course)
                .filteredOn(step -> step.id().startsWith("DL103"))
                .extracting(step -> step.state().state())
                .containsExactly("departed", "diverted", "landing", "landed", "arrived");
        assertThat(course)
                .filteredOn(step -> step.id().startsWith("DL104"))
                .extracting(Step::due, step -> step.state().state())
                .containsExactly(tuple(sinceMidnight(12, 0), "departed"), tuple(sinceMidnight(14, 5), "diverted"));
    }

    @Test
    void rowsThatMakeNoSenseAreLeftOut() throws IOException {
        Day day = day("OKC,N1,yesterday,ATL,Atlanta,DL,105,1000,1000,1120,1120,1113,140,0,0,\n"
                + "OKC,N1,1/11/2023 0:00,ATL,Atlanta,DL,106,1000,1000,9999,1120,1113,140,0,0,\n"
                + "OKC,N1,1/11/2023 0:00,ATL,Atlanta,DL,,1000,1000,1120,1120,1113,140,0,0,\n"
                + "OKC,N1,1/11/2023 0:00\n"
                + ON_TIME);

        List<FlightState> board =
                StreamSupport.stream(day.opening().spliterator(), false).toList();

        assertThat(board).extracting(FlightState::flight).containsExactly("DL101");
    }

    @Test
    void otherAirportsAndOtherDaysAreLeftOut() throws IOException {
        Day day = day(ON_TIME
                + ON_TIME.replace("101", "107").replace("OKC", "TUL")
                + ON_TIME.replace("101", "108").replace("1/11", "1/12"));

        List<FlightState> board =
                StreamSupport.stream(day.opening().spliterator(), false).toList();

        assertThat(board).extracting(FlightState::flight).containsExactly("DL101");
    }

    @Test
    void theSpeedDividesTheTimeSinceMidnight() throws IOException {
        Path file = write(HEADER + ON_TIME);

        RecordedDay day = day(file, 60);

        assertThat(course(day).get(0).due()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void aFileWithoutANeededColumnIsRefusedNamingIt() throws IOException {
        Path file = write(HEADER.replace("CRS_ARR_TIME", "CRS_ARR") + ON_TIME);

        assertThatThrownBy(() -> RecordedTable.read(file, "OKC"))
                .isInstanceOf(IOException.class)
                .hasMessage("no column CRS_ARR_TIME");
    }

    private RecordedDay day(String rows) throws IOException {
        return day(write(HEADER + rows), 1);
    }

    private static RecordedDay day(Path file, int speed) throws IOException {
        return new RecordedDay("OKC", DATE, DATE, ZONE, legs(file), Duration.ZERO, speed);
    }

    private List<Leg> legs(String rows) throws IOException {
        return legs(write(HEADER + rows));
    }

    private static List<Leg> legs(Path file) throws IOException {
        return Legs.due(DATE, RecordedTable.read(file, "OKC"), ZONE);
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(directory.resolve("recording.csv"), csv);
    }

    private static List<Step> course(Day day) {
        return StreamSupport.stream(day.course().spliterator(), false).toList();
    }

    private static Duration sinceMidnight(int hours, int minutes) {
        return Duration.ofHours(hours).plusMinutes(minutes);
    }

    private static String local(Instant time) {
        return time.atZone(ZONE).toLocalTime().toString();
    }

    private static Duration delay(FlightState flight) {
        return Duration.between(flight.scheduled(), flight.actual());
    }
}
