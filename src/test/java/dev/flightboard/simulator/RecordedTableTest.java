package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded table in the forms in which people have it. */
class RecordedTableTest {

    private static final String HEADER =
            "FL_DATE,OP_UNIQUE_CARRIER,OP_CARRIER_FL_NUM,ORIGIN,ORIGIN_CITY_NAME,DEST,CRS_DEP_TIME,DEP_TIME,WHEELS_ON,"
                    + "CRS_ARR_TIME,ARR_TIME,ACTUAL_ELAPSED_TIME,CANCELLED,DIVERTED\n";
    private static final String ROW = "2023-01-11,DL,101,ATL,\"Atlanta, GA\",OKC,1000,1001,1113,1120,1121,140,0,0\n";

    // Every field quoted, a comma at the end, and nothing under WheelsOn, as the Bureau's file of January 1988.
    private static final String MONTHLY =
            "\"Year\",\"FlightDate\",\"UniqueCarrier\",\"AirlineID\",\"Carrier\",\"TailNum\",\"FlightNum\",\"Origin\","
                    + "\"OriginCityName\",\"Dest\",\"CRSDepTime\",\"DepTime\",\"WheelsOff\",\"CRSArrTime\",\"ArrTime\","
                    + "\"Cancelled\",\"Diverted\",\"ActualElapsedTime\",\n"
                    + "1988,1988-01-01,\"AA\",19805,\"AA\",\"\",\"1\",\"JFK\",\"New York, NY\",\"LAX\",\"0900\",\"0900\",\"\","
                    + "\"1152\",\"1227\",0.00,0.00,387.00,\n";

    @TempDir
    Path directory;

    @Test
    void theReadyMadeMonthIsRead() throws IOException {
        List<RecordedRow> rows = read(MONTHLY, "LAX");
        List<Leg> legs = Legs.due(LocalDate.of(1988, 1, 1), rows, ZoneId.of("America/Los_Angeles"));

        assertThat(legs).singleElement().satisfies(only -> {
            InboundLeg leg = (InboundLeg) only;
            assertThat(leg.scheduled().flight()).isEqualTo("AA1");
            assertThat(leg.scheduled().origin()).isEqualTo("New York");
            assertThat(leg.scheduled().scheduled()).isEqualTo("1988-01-01T19:52:00Z");
            assertThat(leg.departed()).isEqualTo("1988-01-01T14:00:00Z");
            assertThat(leg.landed()).isNull();
            assertThat(leg.arrived()).isEqualTo("1988-01-01T20:27:00Z");
        });
    }

    @Test
    void theNewerNamesOfTheReadyMadeMonthAreKnown() throws IOException {
        String file = MONTHLY.replace("UniqueCarrier", "Reporting_Airline")
                .replace("FlightNum", "Flight_Number_Reporting_Airline")
                .replace("\"WheelsOff\"", "\"WheelsOn\"");

        assertThat(read(file, "LAX")).isEqualTo(read(MONTHLY, "LAX"));
    }

    @Test
    void whatSpreadsheetsMakeOfItIsRead() throws IOException {
        List<RecordedRow> asDownloaded = read(HEADER + ROW, "OKC");

        assertThat(read("\ufeff" + HEADER + ROW, "OKC")).isEqualTo(asDownloaded);
        assertThat(read((HEADER + ROW.replace("Atlanta, GA", "Atlanta")).replace(',', ';'), "OKC"))
                .isEqualTo(asDownloaded);
        assertThat(read((HEADER + ROW.replace("Atlanta, GA", "Atlanta")).replace(',', '\t'), "OKC"))
                .isEqualTo(asDownloaded);
        assertThat(read((HEADER + ROW).replace("\n", "\r\n"), "OKC")).isEqualTo(asDownloaded);
        assertThat(read((HEADER + ROW).replace("2023-01-11", "11.01.2023"), "OKC"))
                .isEqualTo(asDownloaded);
        assertThat(read((HEADER + ROW).replace("2023-01-11", "1/11/2023 12:00:00 AM"), "OKC"))
                .isEqualTo(asDownloaded);
    }

    @Test
    void whatStatisticsToolsMakeOfItIsRead() throws IOException {
        List<RecordedRow> asDownloaded = read(HEADER + ROW, "OKC");

        assertThat(read(
                        HEADER
                                + "2023-01-11,DL,101.0,ATL,Atlanta,OKC,1000.0,1001.0,1113.0,1120.0,1121.0,140.0,False,false\n",
                        "OKC"))
                .isEqualTo(asDownloaded);
        assertThat(read(
                        HEADER + "2023-01-11,DL,101,ATL,Atlanta,OKC,10:00,10:01:00,11:13,11:20,11:21,140,0.00,0\n",
                        "OKC"))
                .isEqualTo(asDownloaded);
        assertThat(read(
                        (HEADER + "2023-01-11;DL;101;ATL;Atlanta;OKC;1000,0;1001,0;1113,0;1120,0;1121,0;140,0;0;0\n")
                                .replace("FL_DATE,", "FL_DATE;")
                                .replaceAll("(?<=[A-Z]),(?=[A-Z])", ";"),
                        "OKC"))
                .isEqualTo(asDownloaded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "NaN", "NULL", "\\N", "None", "\" \""})
    void whatStandsForNothingIsNothing(String nothing) throws IOException {
        String row = ROW.replace("1001,1113", "X,X")
                .replace("1121,140,0", "X,X,TRUE")
                .replace("X", nothing);

        RecordedRow read = read(HEADER + row, "OKC").get(0);

        assertThat(read.departure()).isNull();
        assertThat(read.elapsed()).isNull();
        assertThat(read.cancelled()).isTrue();
        assertThat(read.scheduledArrival()).isEqualTo(LocalTime.of(11, 20));
    }

    @Test
    void whereNoRowCanBeReadTheErrorShowsOneAndWhy() throws IOException {
        String bad = ROW.replace("1120,1121", "noon,1121");

        assertThatThrownBy(() -> read(HEADER + bad + bad, "OKC"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("all 2 rows of OKC make no sense, first row 2, ")
                .hasMessageContaining("\"noon\"")
                .hasMessageEndingWith(": 2023-01-11,DL,101,ATL,Atlanta, GA,OKC,1000,1001,1113,noon,1121,140,0,0");
    }

    @Test
    void flightsFromTheAirportAreReadWithTheCityTheyGoTo() throws IOException {
        String header = HEADER.replace("DEST,", "DEST,DEST_CITY_NAME,");
        String row = ROW.replace("OKC,", "OKC,\"Oklahoma City, OK\",");

        RecordedRow departure = read(header + row, "ATL").get(0);

        assertThat(departure.direction()).isEqualTo(Direction.DEPARTURE);
        assertThat(departure.city()).isEqualTo("Oklahoma City");
        assertThat(read(header + row, "OKC").get(0).city()).isEqualTo("Atlanta");
        assertThat(read(HEADER + ROW, "ATL").get(0).city()).isEqualTo("OKC");
    }

    @Test
    void aRowOfTheFirstColumnsAloneMakesNoSense() throws IOException {
        assertThat(read(HEADER + ROW + "2023-01-11,DL,102,ATL,Atlanta,OKC\n", "OKC"))
                .hasSize(1);
    }

    private List<RecordedRow> read(String csv, String airport) throws IOException {
        return RecordedTable.read(Files.writeString(directory.resolve("recording.csv"), csv), airport);
    }
}
