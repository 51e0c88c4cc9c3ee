package dev.flightboard.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(2)
class ForwardingTest {

    // What a header has room for.
    private static final int LONG = 19_000;

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/board", "board/", "/a/b-c_d.e~f/"})
    void aPathIsAPrefix(String value) {
        assertThat(Forwarding.isPrefix(value)).isTrue();
    }

    static Stream<String> noPrefixes() {
        return Stream.of("//other.example", "/a b", "a".repeat(257), "a".repeat(LONG) + "!", "/a".repeat(LONG / 2));
    }

    @ParameterizedTest
    @MethodSource("noPrefixes")
    void anythingElseIsNoneAndCostsNothing(String value) {
        assertThat(Forwarding.isPrefix(value)).isFalse();
    }

    @Test
    void theZoneOfAnAddressDoesNotCountHoweverLong() {
        // U+0085 ends a line for Java's patterns, and not for HTTP.
        String zone = "%".repeat(LONG) + "\u0085x";

        assertThat(NetUtil.toAddressString(Forwarding.address("2001:db8::7" + zone)))
                .isEqualTo("2001:db8::7");
    }
}
