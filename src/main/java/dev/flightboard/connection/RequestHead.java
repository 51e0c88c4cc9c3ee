package dev.flightboard.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Checks a request's head before anything else looks at it. */
final class RequestHead {

    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=%-]{0,255}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");

    // Browsers leave these as they are in a query (WHATWG URL, query percent-encode set), and java.net.URI does not
    // take them. Of a percent sign that begins no escape both are true, too.
    private static final String LEFT_BY_BROWSERS = "\\^`{|}";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestHead() {}

    /** The status with which the request is refused; null where it is well-formed. */
    static HttpResponseStatus fault(HttpRequest request, long maxBody) {
        if (request.decoderResult().isFailure())
            return status(request.decoderResult().cause());
        HttpVersion version = request.protocolVersion();
        // Compared by identity, as the server does: "http/1.1" is equal to HTTP_1_1, and the server does not take it.
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0)
            return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        // HTTP/1.0 needs no Host header; HTTP/1.1 needs exactly one.
        if (hosts.size() > 1 || hosts.isEmpty() && version == HttpVersion.HTTP_1_1)
            return HttpResponseStatus.BAD_REQUEST;
        if (!isTarget(request.uri()) || !hosts.isEmpty() && !isAuthority(hosts.get(0)))
            return HttpResponseStatus.BAD_REQUEST;
        return HttpUtil.getContentLength(request, 0L) > maxBody ? HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE : null;
    }

    static HttpResponseStatus status(Throwable undecodable) {
        if (undecodable instanceof TooLongHttpLineException) return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        if (undecodable instanceof TooLongHttpHeaderException)
            return HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        return HttpResponseStatus.BAD_REQUEST;
    }

    static boolean isAuthority(CharSequence host) {
        return AUTHORITY.matcher(host).matches();
    }

    /** Whether it is a path with or without a query, perhaps with an origin before it, as clients send it to a proxy. */
    static boolean isTarget(CharSequence target) {
        try {
            String path = new URI(escaped(target)).getRawPath();
            return path != null && path.startsWith("/");
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** The target with what browsers do not escape in its query escaped, for all that read it from here on. */
    static String escaped(CharSequence target) {
        String text = target.toString();
        int query = text.indexOf('?');
        if (query < 0) return text;
        StringBuilder escaped = new StringBuilder(text.length()).append(text, 0, query);
        for (int i = query; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean taken = c == '%' ? isEscape(text, i) : LEFT_BY_BROWSERS.indexOf(c) < 0;
            if (taken) escaped.append(c);
            else escaped.append('%').append(HEX.toHexDigits((byte) c));
        }
        return escaped.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
