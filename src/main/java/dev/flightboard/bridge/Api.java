package dev.flightboard.bridge;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What is polled.
 *
 * @param headers of each request, by name
 * @param list names that lead to the list in an answer; empty where the answer is the list, or has only one
 * @param next names that lead to the next page's address in an answer; empty where there is none
 * @param page the name in the query that counts pages until one is empty; null where pages are not counted
 * @param firstPage the number of the first
 * @param key names that lead to each part of a flight's id
 */
public record Api(
        URI url,
        Map<String, String> headers,
        List<String> list,
        List<String> next,
        String page,
        int firstPage,
        List<List<String>> key) {

    /** Where it is, without what may be secret in it. */
    public String place() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port + url.getPath();
    }

    /** The names of {@code arrival.scheduled}. */
    public static List<String> path(String dotted) {
        return dotted.isBlank() ? List.of() : List.of(dotted.strip().split("\\."));
    }

    URI first() {
        return page == null ? url : page(firstPage);
    }

    URI page(int number) {
        String address = url.toString();
        return URI.create(address + (url.getRawQuery() == null ? "?" : "&") + page + "=" + number);
    }
}
