package dev.flightboard.bridge;

import dev.flightboard.record.Excerpt;
import java.net.URI;
import java.util.Locale;

/** Where a list goes on, by the address that a page names. */
final class NextPage {

    private NextPage() {}

    /** @param at where the page is that names it */
    static URI of(URI at, String reference) throws PollFailed {
        try {
            URI uri = resolved(at, reference);
            // Elsewhere, nobody is to be shown what the headers hold.
            if (origin(uri).equals(origin(at))) return uri;
            throw new PollFailed(
                    "the next page is at " + Excerpt.of(origin(uri)) + ", and this one at " + Excerpt.of(origin(at)));
        } catch (IllegalArgumentException noAddress) {
            throw new PollFailed("the next page has no address: " + Excerpt.of(reference));
        }
    }

    /** As RFC 3986 says: URI follows an older one, by which a query alone takes the last part of the path away. */
    private static URI resolved(URI at, String reference) {
        String address = reference.split("#", 2)[0];
        if (address.isEmpty()) return at;
        return address.startsWith("?") ? URI.create(at.toString().split("[?#]", 2)[0] + address) : at.resolve(address);
    }

    /** Scheme, host and port; capitals do not matter in them, and a port may go without saying. */
    private static String origin(URI uri) {
        String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
        String place = (uri.getScheme() + "://" + host).toLowerCase(Locale.ROOT);
        int usual = place.startsWith("https:") ? 443 : 80;
        return place + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
