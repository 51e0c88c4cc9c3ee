package dev.flightboard.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which desks are meant by what airports write. */
class DesksTest {

    // P38
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                   | 7",
                "A1, A3              | A1",
                "A1, A3              | A3",
                "A1;A3/A4            | A4",
                "101 102 110         | 102",
                "101-110             | 101",
                "101-110             | 105",
                "101-110             | 110",
                "101 – 110           | 105",
                "101−110             | 105",
                "A12-A18             | A14",
                "A12-18              | A14",
                "01-09               | 5",
                "A1, B3-B5, C7       | B4",
                "101-103 107-109     | 108",
                "Zone B-12, Zone B-9 | Zone B-12",
                "B-12                | B-12",
                "B-12-B-14           | B-12-B-14"
            })
    void aDeskIsFoundByItsNameOrInARow(String desks, String desk) {
        assertThat(Desks.have(desks, desk)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1, A3                    | A2",
                "A1, A3                    | A",
                "A11                       | A1",
                "A11                       | 1",
                "101-110                   | 111",
                "101-110                   | A105",
                "110-101                   | 105",
                "A1-B9                     | A5",
                "A12-18                    | 14",
                "A-F                       | B",
                "- , ;                     | 1",
                "1-99999999999999999999    | 5",
                "1-9                       | 99999999999999999999"
            })
    void whatIsNotAmongThemIsNotFound(String desks, String desk) {
        assertThat(Desks.have(desks, desk)).isFalse();
    }
}
