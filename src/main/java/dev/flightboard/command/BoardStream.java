package dev.flightboard.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;

/** Reads server-sent events from one address, over one connection after the other; each continues where the last one ended. */
final class BoardStream {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    // Three heartbeats: a connection that is silent for longer is dead.
    private static final int READ_TIMEOUT_MILLIS = 45_000;

    private final URI url;
    private final BoardLines lines;
    private String cursor;

    /** The reconnection time of browsers, until the stream names another. */
    private long retryMillis = 3_000;

    BoardStream(URI url, BoardLines lines) {
        this.url = url;
        this.lines = lines;
    }

    /** Follows the board; returns the exit status when the board refuses for good, or when nobody reads the lines any more. */
    int follow() throws InterruptedException {
        while (true) {
            try {
                HttpURLConnection connection = open();
                int status = connection.getResponseCode();
                if (status == HttpURLConnection.HTTP_OK) read(connection);
                else if (status != HttpURLConnection.HTTP_UNAVAILABLE) return refused(status);
                else lines.note("the board has no place just now; trying again");
            } catch (IOException lost) {
                lines.note("no connection; trying again: " + lost.getMessage());
            }
            if (!lines.isRead()) return 0;
            Thread.sleep(retryMillis);
        }
    }

    private int refused(int status) {
        lines.note(url + " answers " + status);
        return 1;
    }

    private HttpURLConnection open() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(READ_TIMEOUT_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        if (cursor != null) connection.setRequestProperty("Last-Event-ID", cursor);
        return connection;
    }

    private void read(HttpURLConnection connection) throws IOException {
        try (BufferedReader stream = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            String event = "";
            StringBuilder data = new StringBuilder();
            for (String line = stream.readLine(); line != null && lines.isRead(); line = stream.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) lines.add(event, data.toString());
                    event = "";
                    data.setLength(0);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line, 6, line.length());
                } else if (line.startsWith("id: ")) {
                    cursor = line.substring(4);
                } else if (line.startsWith("retry: ")) {
                    retryMillis = Long.parseLong(line.substring(7));
                }
            }
        } catch (NumberFormatException noStream) {
            throw new IOException("no stream of a board", noStream);
        } finally {
            connection.disconnect();
        }
    }
}
