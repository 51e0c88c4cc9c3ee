package dev.flightboard.record;

import static dev.flightboard.record.Records.bent;
import static dev.flightboard.record.Records.read;
import static dev.flightboard.record.Records.reading;
import static dev.flightboard.record.Records.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.FlightState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of fields in other forms than the contract's, and what is told of it. */
class BentFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2                    | 2        | gate changed \"2\"",
                "2.0                  | 2        | gate changed \"2.0\"",
                "2.50                 | 2.50     | gate changed \"2.50\"",
                "-7                   | -7       | gate changed \"-7\"",
                "true                 | true     | gate changed \"true\"",
                "\" B1 \"             | B1       | gate changed \" B1 \"",
                "\"\\u3000B\\u00a01\\u2003\" | B\u00a01 | gate changed \"\u3000B\u00a01\u2003\"",
                "\"B\\t1\"            | B 1      | gate changed \"B\\u00091\"",
                "\"B\\u20281\"        | B 1      | gate changed \"B\\u20281\"",
                "\"B\\u00001\\u001b\" | B1       | gate changed \"B\\u00001\\u001b\"",
                "\"\\u202eB1\\u202c\" | B1       | gate changed \"\\u202eB1\\u202c\"",
                "\"B\\ud83d1\"        | B1       | gate changed \"B\\ud83d1\"",
                "[\"B1\"]             | B1       | gate changed \"[\\\"B1\\\"]\"",
                "[\"B1\",2,null,true] | B1, 2, true | gate changed \"[\\\"B1\\\",2,null,true]\"",
                "[\"B1\",{\"x\":[]}]  | B1       | gate changed \"[\\\"B1\\\",{\\\"x\\\":[]}]\""
            })
    void aTextInAnotherFormIsReadAndTold(String given, String gate, String told) throws Rejection {
        assertThat(with("\"gate\":" + given).gate()).isEqualTo(gate);
        assertThat(bent("\"gate\":" + given)).containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"B7\"}",
                "[]",
                "[{}]",
                "false",
                "\"  \"",
                "\"\\u3164\"",
                "\"\\u200d\"",
                "NaN",
                "[[\"B1\"]]"
            })
    void aTextThatCannotBeUsedIsLeftOutAndTold(String given) throws Rejection {
        assertThat(with("\"gate\":" + given).gate()).isNull();
        assertThat(bent("\"gate\":" + given)).singleElement().asString().startsWith("gate dropped ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void nullAndTheEmptyTextSayThatThereIsNone(String nothing) throws Rejection {
        for (String field : Field.titles().subList(2, Field.titles().size())) {
            Reading reading = reading("\"" + field + "\":" + nothing);

            assertThat(reading.state())
                    .isEqualTo(
                            read("{\"flight\":\"I768\",\"state\":\"landing\"}").state());
            assertThat(reading.bent()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Zürich", "東京 🛬", "l'Aquila", "__proto__", "تهران\u200cنو", "<b>&\\\"", "Đà Nẵng", "a\u00a0b"})
    void namesStayAsTheyAre(String name) throws Rejection {
        assertThat(with("\"origin\":\"" + name + "\"").origin()).isEqualTo(name.replace("\\", ""));
        assertThat(bent("\"origin\":\"" + name + "\"")).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsCut() throws Rejection {
        String name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and around";

        assertThat(with("\"origin\":\"" + name + "\"").origin()).isEqualTo(name.substring(0, 63) + "…");
        assertThat(bent("\"origin\":\"" + name + "\"")).containsExactly("origin cut \"" + name + "\"");
        assertThat(with("\"origin\":\"" + "x".repeat(62) + "🛬🛬\"").origin()).isEqualTo("x".repeat(62) + "…");
        assertThat(with("\"origin\":\"" + "x".repeat(64) + "\"").origin()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({
        "fr 7157, FR7157",
        "'FDX1869 ', FDX1869",
        "'FDX\u00a018\u300069', FDX1869",
        "ba-117, BA-117",
        "ıx1, IX1",
        "ß1, SS1"
    })
    void aDesignatorIsInUpperCaseWithoutBlanks(String given, String flight) throws Rejection {
        FlightState state = read("{\"flight\":\"%s\",\"state\":\"landing\"}".formatted(given))
                .state();

        assertThat(state.flight()).isEqualTo(flight);
    }

    @Test
    void aDesignatorMayBeANumberOrAListOfOne() throws Rejection {
        assertThat(read("{\"flight\":768,\"state\":\"landing\"}").state().flight())
                .isEqualTo("768");
        assertThat(read("{\"flight\":[\"I768\"],\"state\":[\"landing\"]}")
                        .state()
                        .flight())
                .isEqualTo("I768");
    }

    @ParameterizedTest
    @CsvSource({
        "Landed, landed",
        "GATE_CLOSED, gate-closed",
        "Final call, final-call",
        "' Final \u00a0 call ', final-call",
        "_on__stand-, on-stand",
        "Verspätet, verspatet",
        "LANDİNG, landing",
        "on\u2028time, on-time",
        "Landed 10:05, landed",
        "Go to gate 12, go-to-gate",
        "En Route / On Time, en-route-on-time",
        "Delayed (weather), delayed-weather",
        "Cancelled., cancelled",
        "Gate closed!, gate-closed",
        "'À l''heure', a-l-heure",
        "Planmäßig, planmassig",
        "Wylądował, wyladowal",
        "check\u2011in, check-in",
        "1ª chamada, a-chamada",
        "gateClosed, gate-closed",
        "CheckIn, check-in",
        "LND, lnd",
        "Canceled, cancelled",
        "canceled, cancelled",
        "Boarding has been delayed because of snow, boarding-has-been-delayed",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void aStateIsInLowerCaseWithHyphens(String given, String expected) throws Rejection {
        FlightState state =
                read("{\"flight\":\"I768\",\"state\":\"%s\"}".formatted(given)).state();

        assertThat(state.state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "10:05", "Прибыл", "着陸", "Landed 着陸", "وصلت"})
    void aTextWithoutALetterOrWithOneThatIsNotLatinIsNoState(String given) {
        assertThatThrownBy(() -> read("{\"flight\":\"I768\",\"state\":\"%s\"}".formatted(given)))
                .hasMessageStartingWith("state is \"" + given + "\"");
    }

    @Test
    void ofSeveralDesignatorsAndStatesTheFirstThatCanBeUsedCounts() throws Rejection {
        Reading reading = read("{\"flight\":[\"I768\",\"AA6\"],\"state\":[\"???\",\"LND\",\"ARR\"]}");

        assertThat(reading.state().flight()).isEqualTo("I768");
        assertThat(reading.state().state()).isEqualTo("lnd");
        assertThat(reading.bent())
                .extracting(Bent::toString)
                .containsExactly(
                        "flight dropped \"[\\\"I768\\\",\\\"AA6\\\"]\"",
                        "state dropped \"[\\\"???\\\",\\\"LND\\\",\\\"ARR\\\"]\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"AA6\",\"IB7\"]            | [AA6, IB7] | []",
                "\"AA6127\"                   | [AA6127]   | [codeshares changed \"AA6127\"]",
                "\"aa 6127, IB7\"             | [AA6127, IB7] | [codeshares changed \"aa 6127, IB7\"]",
                "\"AA6127 IB7\"               | [AA6127, IB7] | [codeshares changed \"AA6127 IB7\"]",
                "\"AA6127\\nIB7\"             | [AA6127, IB7] | [codeshares changed \"AA6127\\u000aIB7\"]",
                "\"AA 6127A 9W 123 B6 829\"   | [AA6127A, 9W123, B6829] | [codeshares changed \"AA 6127A 9W 123 B6 829\"]",
                "`\"AA1|IB2 & BA3+U2 4/AF5\"` | [AA1, IB2, BA3, U24, AF5] | `[codeshares changed \"AA1|IB2 & BA3+U2 4/AF5\"]`",
                "[\"AA6127,IB7\"]             | [AA6127, IB7] | [codeshares changed \"[\\\"AA6127,IB7\\\"]\"]",
                "6127                         | [6127]     | [codeshares changed \"6127\"]",
                "[\"aa 6\"]                   | [AA6]      | [codeshares changed \"[\\\"aa 6\\\"]\"]",
                "[\" AA6\",null,\"\"]         | [AA6]      | [codeshares changed \"[\\\" AA6\\\",null,\\\"\\\"]\"]",
                "[\"AA6\",{\"number\":7}]     | [AA6]      | [codeshares dropped \"[\\\"AA6\\\",{\\\"number\\\":7}]\"]",
                "false                        | []         | [codeshares dropped \"false\"]",
                "{}                           | []         | [codeshares dropped \"{}\"]",
                "[]                           | []         | []"
            })
    void codesharesAreAListOfDesignators(String given, String codeshares, String told) throws Rejection {
        assertThat(with("\"codeshares\":" + given).codeshares()).hasToString(codeshares);
        assertThat(bent("\"codeshares\":" + given)).hasToString(told);
    }

    @Test
    void ofTooManyCodesharesTheFirst16AreKept() throws Rejection {
        String many = "\"AA6\",".repeat(100) + "\"AA6\"";

        assertThat(with("\"codeshares\":[" + many + "]").codeshares()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"departure\"    | true      | []",
                "\"arrival\"      | false     | []",
                "\"Departures\"   | true      | [direction changed \"Departures\"]",
                "\"D\"            | true      | [direction changed \"D\"]",
                "\" outbound \"   | true      | [direction changed \" outbound \"]",
                "[\"departure\"]  | true      | [direction changed \"[\\\"departure\\\"]\"]",
                "\"Arr\"          | false     | [direction changed \"Arr\"]",
                "\"overflight\"   | false     | [direction dropped \"overflight\"]",
                "true             | false     | [direction dropped \"true\"]",
                "{}               | false     | [direction dropped \"{}\"]"
            })
    void aDirectionIsOneOfTwo(String given, boolean departs, String told) throws Rejection {
        assertThat(with("\"direction\":" + given).departs()).isEqualTo(departs);
        assertThat(bent("\"direction\":" + given)).hasToString(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"Lyon\",\"Nice\"]              | [Lyon, Nice]       | []",
                "[\"Dallas, TX\"]                 | [Dallas, TX]       | []",
                "\"New York + Lyon\"              | [New York, Lyon]   | [via changed \"New York + Lyon\"]",
                "\"Dallas/Fort Worth, Lyon\"      | [Dallas/Fort Worth, Lyon] | [via changed \"Dallas/Fort Worth, Lyon\"]",
                "[\"a\",\"b\",\"c\",\"d\",\"e\"]    | [a, b, c, d]       | [via dropped \"[\\\"a\\\",\\\"b\\\",\\\"c\\\",\\\"d\\\",\\\"e\\\"]\"]",
                "{}                               | []                 | [via dropped \"{}\"]",
                "[]                               | []                 | []"
            })
    void stopsBetweenAreAListOfUpTo4(String given, String via, String told) throws Rejection {
        assertThat(with("\"via\":" + given).via()).hasToString(via);
        assertThat(bent("\"via\":" + given)).hasToString(told);
    }

    @Test
    void aRemarkThatIsTooLongIsCut() throws Rejection {
        assertThat(with("\"remark\":\"" + "x".repeat(65) + "\"").remark()).isEqualTo("x".repeat(63) + "…");
        assertThat(bent("\"remark\":\"" + "x".repeat(65) + "\""))
                .singleElement()
                .asString()
                .startsWith("remark cut ");
        assertThat(with("\"remark\":\"" + "x".repeat(64) + "\"").remark()).hasSize(64);
    }

    @Test
    void desksMayBeAListOrANumber() throws Rejection {
        assertThat(with("\"desks\":[101,\"102\"]").desks()).isEqualTo("101, 102");
        assertThat(with("\"desks\":7").desks()).isEqualTo("7");
    }

    @Test
    void ofAFieldGivenTwiceTheLastThatCanBeUsedCounts() throws Rejection {
        assertThat(with("\"gate\":\"B1\",\"gate\":\"B2\"").gate()).isEqualTo("B2");
        assertThat(with("\"gate\":\"B1\",\"gate\":null").gate()).isEqualTo("B1");
        assertThat(with("\"state\":\"landed\"").state()).isEqualTo("landed");
        assertThat(bent("\"gate\":\"B1\",\"gate\":\"B2\"")).containsExactly("gate repeated \"B2\"");
    }

    @Test
    void aNameMayDifferInItsCapitals() throws Rejection {
        Reading reading =
                read("{\"FLIGHT\":\"I768\",\"State\":\"landing\",\"Gate\":\"B1\",\"gate\":\"B2\",\"GATE\":\"B3\"}");

        assertThat(reading.state().gate()).isEqualTo("B2");
        assertThat(reading.bent()).extracting(Bent::toString).contains("flight renamed \"FLIGHT\"");
    }

    @Test
    void aNameInOtherCapitalsCountsWhereThereIsNothingUnderTheRightOne() throws Rejection {
        FlightState state = read("{\"flight\":\"I768\",\"state\":null,\"State\":\"landed\"}")
                .state();

        assertThat(state.state()).isEqualTo("landed");
    }

    @Test
    void manyFieldsMayBeBentAtOnce() throws Rejection {
        assertThat(bent("\"gate\":7,\"belt\":[\"2\"],\"actual\":\"noon\",\"terminal\":\"\""))
                .containsExactly("gate changed \"7\"", "belt changed \"[\\\"2\\\"]\"", "actual dropped \"noon\"");
    }
}
