package dev.flightboard.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

    // P40
    @Test
    void whatBrowsersDoNotEscapeInAQueryIsTakenAndEscaped() {
        String sent = "/events?utm=a|b&x={}^`\\[]&share=50%&y=%zz&z=%7b%";

        assertThat(RequestHead.isTarget(sent)).isTrue();
        assertThat(RequestHead.escaped(sent))
                .isEqualTo("/events?utm=a%7Cb&x=%7B%7D%5E%60%5C[]&share=50%25&y=%25zz&z=%7b%25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/flights/A%7CB", "/events?origin=R%C3%B6ros&after=0", "http://other/flights?gate=B7"})
    void whatIsWellFormedStaysAsItIs(String target) {
        assertThat(RequestHead.isTarget(target)).isTrue();
        assertThat(RequestHead.escaped(target)).isEqualTo(target);
    }

    // P55
    @ParameterizedTest
    @ValueSource(strings = {"/a{b", "/flights/%zz", "flights?x=1", "other:80", "/events?a b", "/events?<a>"})
    void whatNoBrowserSendsIsNoTarget(String target) {
        assertThat(RequestHead.isTarget(target)).isFalse();
    }
}
