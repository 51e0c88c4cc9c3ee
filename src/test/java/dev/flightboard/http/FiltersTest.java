package dev.flightboard.http;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.fanout.View;
import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final FlightState ROME_AT_3 = flight("I768", "landing", "Rome", "3");

    // P40
    @Test
    void withoutFiltersTheWholeBoardIsShown() {
        assertThat(view()).isSameAs(View.WHOLE_BOARD);
        assertThat(view("colour=red", "after=AQAA")).isSameAs(View.WHOLE_BOARD);
        assertThat(View.WHOLE_BOARD.shows(ROME_AT_3)).isTrue();
    }

    // P38
    @Test
    void anyOfAFieldsValuesIsEnough() {
        View view = view("origin=Berlin", "origin=Rome");

        assertThat(view.shows(ROME_AT_3)).isTrue();
        assertThat(view.shows(flight("A123", "landing", "London", "3"))).isFalse();
    }

    // P38
    @Test
    void everyFieldAskedForMustFit() {
        assertThat(view("origin=Rome", "terminal=3").shows(ROME_AT_3)).isTrue();
        assertThat(view("origin=Rome", "terminal=4").shows(ROME_AT_3)).isFalse();
    }

    // P39
    @Test
    void aFlightWithoutTheFieldIsNotShown() {
        assertThat(view("terminal=3").shows(flight("I768", "landing"))).isFalse();
    }

    // P40
    @Test
    void whatDoesNotDepartArrives() {
        FlightState departure = ROME_AT_3.with().direction(Direction.DEPARTURE).build();

        assertThat(view("direction=arrival").shows(ROME_AT_3)).isTrue();
        assertThat(view("direction=arrival").shows(departure)).isFalse();
        assertThat(view("direction=departure").shows(ROME_AT_3)).isFalse();
        assertThat(view("direction=departure").shows(departure)).isTrue();
        assertThat(view("direction=departure", "direction=arrival").shows(departure))
                .isTrue();
        assertThat(view("direction=sideways").shows(ROME_AT_3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"destination=Oslo", "gate=B7", "belt=4", "state=boarding", "desk=101", "desk=105", "desk=101-110"
            })
    void aFieldOfADepartureIsFilteredBy(String filter) {
        FlightState departure = ROME_AT_3
                .with()
                .direction(Direction.DEPARTURE)
                .state("boarding")
                .destination("Oslo")
                .gate("B7")
                .belt("4")
                .desks("101-110")
                .build();

        assertThat(view(filter).shows(departure)).isTrue();
        assertThat(view(filter + "x").shows(departure)).isFalse();
        assertThat(view(filter).shows(ROME_AT_3)).isFalse();
    }

    @Test
    void aFilterThatWasClearedAsksForNothing() {
        assertThat(view("terminal=")).isSameAs(View.WHOLE_BOARD);
    }

    @Test
    void theOrderOfFiltersMakesNoDifference() {
        View one = view("terminal=3", "terminal=1", "origin=Rome");
        View other = view("origin=Rome", "terminal=1", "terminal=3", "terminal=1");

        assertThat(one).isEqualTo(other);
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    }

    // P37
    @Test
    void everyReplicaAndEveryOtherServerComputesTheSameFingerprint() {
        assertThat(view("terminal=3", "airline=BA", "terminal=1").fingerprint()).isEqualTo(0x58133d);
    }

    @Test
    void fingerprintsTellViewsApartOnEveryReplica() {
        assertThat(View.WHOLE_BOARD.fingerprint()).isZero();
        assertThat(view("terminal=1").fingerprint())
                .isEqualTo(view("terminal=1").fingerprint());
        assertThat(view("terminal=1").fingerprint())
                .isNotZero()
                .isNotEqualTo(view("terminal=2").fingerprint())
                .isNotEqualTo(view("airline=1").fingerprint());
        assertThat(view("gate=AP").fingerprint()).isNotEqualTo(view("gate=B1").fingerprint());
    }

    // P24
    @Test
    void aValueWithACommaIsNotTakenForTwo() {
        View one = view("origin=Milan, Rome");
        View two = view("origin=Rome", "origin=Milan");

        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
        assertThat(view("airline=BA], origin=[Rome").fingerprint())
                .isNotEqualTo(view("airline=BA", "origin=Rome").fingerprint());
    }

    @Test
    void fingerprintsFitInACursor() {
        List<Integer> fingerprints = IntStream.range(0, 10_000)
                .mapToObj(i -> view("flight=" + i).fingerprint())
                .toList();

        assertThat(fingerprints).allMatch(each -> each > 0 && each <= 0xffffff);
        // Of 2^23 possible ones, six pairs of 10,000 may be the same by chance.
        assertThat(Set.copyOf(fingerprints)).hasSizeGreaterThan(9_980);
    }

    // P42
    @Test
    void moreThan32ValuesAreRefused() {
        assertThat(view(values(32)).wanted().get("flight")).hasSize(32);
        assertThatThrownBy(() -> view(values(33))).isInstanceOf(BadRequestException.class);
    }

    // P42
    @Test
    void theDirectionOfAWallIsNotCounted() {
        String[] values = Stream.concat(Stream.of("direction=departure"), Stream.of(values(32)))
                .toArray(String[]::new);

        assertThat(view(values).wanted()).containsOnlyKeys("direction", "flight");
    }

    @Test
    void aValueLongerThanAnyFieldIsRefused() {
        assertThatThrownBy(() -> view("origin=" + "x".repeat(65))).isInstanceOf(BadRequestException.class);
    }

    private static String[] values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "flight=" + i).toArray(String[]::new);
    }

    private static View view(String... query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String each : query) parameters.add(each.split("=")[0], each.substring(each.indexOf('=') + 1));
        return Filters.of(parameters);
    }
}
