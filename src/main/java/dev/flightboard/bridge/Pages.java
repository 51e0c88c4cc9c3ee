package dev.flightboard.bridge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for pages, and remembers those that the API may call unchanged. Used by one thread. */
final class Pages {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    // The slowest API that was met took twenty seconds.
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

    // A busy airport's whole day, with every field that its API has.
    private static final int MAX_BYTES = 16 << 20;

    // Whoever asks for more means it, or has a wrong clock: to ask once more a day does no harm.
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Api api;
    private final PageReader reader;
    private final RateLimit rate;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(Version.HTTP_1_1)
            // It would carry the headers, which may be secret, to wherever the API says.
            .followRedirects(Redirect.NEVER)
            .build();
    private final Map<URI, Known> known = new HashMap<>();

    /** @param tag null where the answer had none */
    private record Known(Page page, String tag, Instant modified) {}

    Pages(Api api, PageReader reader, RateLimit rate) {
        this.api = api;
        this.reader = reader;
        this.rate = rate;
    }

    Page get(URI at) throws PollFailed, InterruptedException {
        rate.await();
        Known before = known.get(at);
        HttpResponse<byte[]> answer = ask(at, before);
        HttpHeaders headers = answer.headers();
        if (answer.statusCode() == 304 && before != null) return before.page;
        if (answer.statusCode() != 200) throw refused(answer);
        Instant modified =
                headers.firstValue("Last-Modified").flatMap(Pages::date).orElse(null);
        if (before != null && before.modified != null && modified != null && modified.isBefore(before.modified)) {
            throw new PollFailed("an older answer than the one before, from " + modified);
        }
        Page page = reader.read(BodyText.of(answer, MAX_BYTES), at, headers.allValues("Link"));
        known.put(at, new Known(page, headers.firstValue("ETag").orElse(null), modified));
        return page;
    }

    void forgetAllBut(Set<URI> asked) {
        known.keySet().retainAll(asked);
    }

    private HttpResponse<byte[]> ask(URI at, Known before) throws PollFailed, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("Accept", "application/json");
        api.headers().forEach(request::setHeader);
        if (before != null && before.tag != null) request.setHeader("If-None-Match", before.tag);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), head -> new BoundedBody(MAX_BYTES));
        try {
            return answer.get(WHOLE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new PollFailed("no whole answer within " + WHOLE_ANSWER.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new PollFailed(failure(failed.getCause()));
        }
    }

    private static String failure(Throwable cause) {
        String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return (cause instanceof IOException ? "no answer" : "a failure") + " ("
                + cause.getClass().getSimpleName() + text + ")";
    }

    private PollFailed refused(HttpResponse<?> answer) {
        int status = answer.statusCode();
        boolean moved = status / 100 == 3 && status != 304;
        String hint = status == 401 || status == 403
                ? "; is the --header right?"
                : moved ? "; name the address it moved to" : "";
        Duration wait =
                answer.headers().firstValue("Retry-After").flatMap(Pages::wait).orElse(null);
        return new PollFailed("status " + status + hint, wait);
    }

    /** Of {@code Retry-After}: seconds, or a date. */
    private static Optional<Duration> wait(String text) {
        Optional<Duration> wait = text.strip().matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
                : date(text).map(date -> Duration.between(Instant.now(), date));
        return wait.filter(each -> !each.isNegative())
                .map(each -> each.compareTo(LONGEST_WAIT) < 0 ? each : LONGEST_WAIT);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
