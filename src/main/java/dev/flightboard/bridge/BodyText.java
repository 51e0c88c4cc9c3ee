package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.record.Excerpt;
import dev.flightboard.record.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads an answer's body as a text: in the charset that it names, and expanded where it is compressed without being asked. */
final class BodyText {

    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*=\\s*\"?([^\\s;\"]+)");

    private BodyText() {}

    /** @param most how many bytes it may have when it is expanded */
    static Utf8 of(HttpResponse<byte[]> answer, int most) throws PollFailed {
        String coding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        byte[] bytes = expanded(answer.body(), coding.strip(), most);
        Charset charset = charset(answer.headers().firstValue("Content-Type").orElse(""));
        return Utf8.of(charset.equals(UTF_8) ? bytes : new String(bytes, charset).getBytes(UTF_8));
    }

    private static byte[] expanded(byte[] body, String coding, int most) throws PollFailed {
        if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) return body;
        if (!coding.equalsIgnoreCase("gzip")) {
            throw new PollFailed("the answer is compressed in a way that cannot be read: " + Excerpt.of(coding));
        }
        try (InputStream expanding = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] expanded = expanding.readNBytes(most + 1);
            if (expanded.length <= most) return expanded;
        } catch (IOException damaged) {
            throw new PollFailed("the answer is no whole gzip");
        }
        throw new PollFailed("an answer of more than " + most + " bytes");
    }

    /** JSON is UTF-8 where nothing else is named. */
    private static Charset charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : UTF_8;
        } catch (IllegalArgumentException unknown) {
            return UTF_8;
        }
    }
}
