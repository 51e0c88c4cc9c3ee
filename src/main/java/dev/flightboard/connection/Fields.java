package dev.flightboard.connection;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.List;

/** The headers of a request in either protocol. */
interface Fields {

    /** All values of a header, one for each line of it. */
    List<String> all(String name);

    void set(String name, String value);

    void remove(String name);

    static Fields of(HttpHeaders headers) {
        return new Fields() {
            @Override
            public List<String> all(String name) {
                return headers.getAll(name);
            }

            @Override
            public void set(String name, String value) {
                headers.set(name, value);
            }

            @Override
            public void remove(String name) {
                headers.remove(name);
            }
        };
    }

    /** HTTP/2, where names are lower case. */
    static Fields of(Http2Headers headers) {
        return new Fields() {
            @Override
            public List<String> all(String name) {
                return headers.getAll(name).stream().map(CharSequence::toString).toList();
            }

            @Override
            public void set(String name, String value) {
                headers.set(name, value);
            }

            @Override
            public void remove(String name) {
                headers.remove(name);
            }
        };
    }
}
