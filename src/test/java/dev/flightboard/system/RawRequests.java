package dev.flightboard.system;

import java.util.List;
import java.util.Random;

/** Requests that are nearly right, of which the same seed makes the same. */
final class RawRequests {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "TRACE", "get", "G\0T", "", "CONNECT", "PRI");
    private static final List<String> TARGETS = List.of(
            "/",
            "/events",
            "/flights",
            "/flights/A",
            "/flights/%2F",
            "/flights/%",
            "*",
            "//",
            "/../..",
            "http://x/flights",
            "?",
            "/events?",
            "/flights?flight=",
            "/unknown",
            "/q/health",
            "a:b",
            "/\u00e9",
            "/flights/..;/x");
    private static final List<String> QUERIES = List.of(
            "",
            "",
            "?flight=A",
            "?flight=%00&flight=%ff",
            "?after=AAAA",
            "?after=%",
            "?lastEventId=",
            "?terminal=&&=&=",
            "?origin=%F0%9F%9B%AC",
            "?flight[]=1",
            "?%%%",
            "?flight=" + "x".repeat(65),
            "?a=" + "b&a=".repeat(500));
    private static final List<String> VERSIONS = List.of(
            "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.", "HTTP", "", "http/1.1");
    private static final List<String> NAMES = List.of(
            "Host",
            "Accept",
            "Accept-Encoding",
            "If-None-Match",
            "Last-Event-ID",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Trusted-Proxy",
            "Forwarded",
            "Origin",
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
            "Connection",
            "Upgrade",
            "HTTP2-Settings",
            "Content-Length",
            "Transfer-Encoding",
            "Expect",
            "Range",
            "Cookie",
            "Content-Type",
            "Content-Encoding",
            "TE",
            "Authorization",
            "User-Agent",
            "X",
            "",
            " ",
            "X Y",
            "\u00e9");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "localhost",
            "a, b",
            "text/event-stream",
            "application/json",
            "*/*;q=x",
            "gzip",
            "W/\"x\"",
            "*",
            "\"",
            "null",
            "close",
            "Upgrade, HTTP2-Settings",
            "h2c",
            "websocket",
            "0",
            "-1",
            "99999999999999999999",
            "chunked",
            "chunked, chunked",
            "100-continue",
            "bytes=0-",
            "::1",
            "[::1",
            "[2001:db8::1]:443",
            "1.2.3.4:x",
            "https",
            "ht tp",
            ",,,",
            ";",
            "for=;proto=;host=",
            "for=\"[\"",
            "\u0001",
            "\u00ff",
            "\t",
            "x".repeat(9000),
            "%",
            "a=b; c");

    private final Random random;

    RawRequests(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder request = new StringBuilder()
                .append(any(METHODS))
                .append(' ')
                .append(any(TARGETS))
                .append(any(QUERIES))
                .append(' ')
                .append(any(VERSIONS))
                .append("\r\n");
        if (random.nextInt(8) > 0) request.append("Host: localhost\r\n");
        for (int headers = random.nextInt(5); headers > 0; headers--) {
            request.append(any(NAMES)).append(": ").append(any(VALUES)).append("\r\n");
        }
        request.append("\r\n");
        if (random.nextInt(8) == 0) request.append("5\r\nhello\r\nz\r\n");
        // A byte more, less, or other.
        for (int slips = random.nextInt(3); slips > 0; slips--) {
            int at = random.nextInt(request.length());
            switch (random.nextInt(3)) {
                case 0 -> request.deleteCharAt(at);
                case 1 -> request.insert(at, (char) random.nextInt(256));
                default -> request.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return request.toString();
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
