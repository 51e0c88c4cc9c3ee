package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.SettingConverters.ZoneConverter;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingConvertersTest {

    private final ZoneConverter zones = new ZoneConverter();

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Rome", "America/Argentina/Buenos_Aires", "Asia/Kathmandu", "Etc/GMT-2"})
    void zoneThatBrowsersKnowIsTaken(String name) {
        assertThat(zones.convert(name)).isEqualTo(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC+2",
                "GMT+02:00",
                "UT+1",
                "Z",
                "z",
                "+02:00",
                "-5",
                "UT",
                "GMT+0x",
                "europe/rome",
                "Atlantis",
                "SystemV/PST8PDT",
                " "
            })
    void zoneThatOnlyJavaKnowsIsRefusedInALineThatSaysWhatToDo(String name) {
        assertThatThrownBy(() -> zones.convert(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is no region of the IANA time zone database, as Europe/Rome is; or name UTC");
    }
}
