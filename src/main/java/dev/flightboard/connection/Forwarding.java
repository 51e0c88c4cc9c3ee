package dev.flightboard.connection;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Rewrites the headers in which proxies say who the client is, into the one form that Quarkus understands. On anything else
 * Quarkus fails, writes to the log, or believes it. Quarkus itself decides which proxies are trusted. Any thread.
 */
@Singleton
class Forwarding {

    private static final Pattern FORWARDED_FOR = Pattern.compile("(?i)(?:^|[;, ])for=\"?([^;,\"]*)");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._~/-]*");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?");

    // Of a path under which a proxy serves a board; people write it in its settings, and do not write more.
    private static final int MAX_PREFIX_LENGTH = 256;

    private final boolean read;
    private final String hostHeader;
    private final String prefixHeader;
    private final List<CidrAddress> trusted;

    Forwarding(Config config) {
        SmallRyeConfig all = config.unwrap(SmallRyeConfig.class);
        var proxy = all.getConfigMapping(VertxHttpConfig.class).proxy();
        this.read = proxy.proxyAddressForwarding();
        this.hostHeader = proxy.forwardedHostHeader().toLowerCase(Locale.ROOT);
        this.prefixHeader = proxy.forwardedPrefixHeader().toLowerCase(Locale.ROOT);
        this.trusted =
                all.getOptionalValues("quarkus.http.proxy.trusted-proxies", String.class).orElse(List.of()).stream()
                        .map(Forwarding::range)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Null where the proxy is given by name: Quarkus resolves names only for the proxy that connects. */
    private static CidrAddress range(String proxy) {
        CidrAddress range = Inet.parseCidrAddress(proxy);
        if (range != null) return range;
        InetAddress single = address(proxy.equals("localhost") ? "127.0.0.1" : proxy);
        return single == null ? null : CidrAddress.create(single, single.getAddress().length * 8);
    }

    void clean(Fields headers) {
        // Quarkus sets this header itself; nobody else may.
        headers.remove("x-forwarded-trusted-proxy");
        if (!read) return;
        replace(headers, "x-forwarded-for", client(addresses(headers.all("x-forwarded-for"))));
        keep(headers, "x-forwarded-proto", SCHEME.asMatchPredicate());
        keep(headers, "x-forwarded-port", PORT.asMatchPredicate());
        keep(headers, prefixHeader, Forwarding::isPrefix);
        String host = first(headers, hostHeader);
        replace(headers, hostHeader, host != null && RequestHead.isAuthority(host) && !host.isEmpty() ? host : null);
        List<String> forwarded = headers.all("forwarded");
        if (forwarded.isEmpty()) return;
        String client = client(FORWARDED_FOR
                .matcher(String.join(",", forwarded))
                .results()
                .map(MatchResult::group)
                .map(each -> each.replaceFirst("(?i)^[;, ]?for=\"?", ""))
                .toList());
        replace(headers, "forwarded", client == null ? null : "for=\"" + client + "\"");
    }

    private static List<String> addresses(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(","))).toList();
    }

    /**
     * Each proxy adds the address that called it to the end of the list. So the client is the last address that is no trusted
     * proxy; the client itself may have written what stands before. Null where the list is empty.
     */
    private String client(List<String> calledBy) {
        InetAddress client = null;
        for (int i = calledBy.size() - 1; i >= 0; i--) {
            InetAddress next = address(calledBy.get(i).strip());
            // Something that is no address was not written by a proxy.
            if (next == null) break;
            client = next;
            if (trusted.stream().noneMatch(range -> range.matches(next))) break;
        }
        return client == null ? null : NetUtil.toAddressString(client);
    }

    /** Reads {@code 192.0.2.1}, {@code 192.0.2.1:443}, {@code 2001:db8::1}, {@code [2001:db8::1]:443}; else null. */
    static InetAddress address(String text) {
        String host = text;
        if (text.startsWith("[")) host = text.substring(1, Math.max(1, text.indexOf(']')));
        else if (text.indexOf(':') == text.lastIndexOf(':')) host = text.replaceFirst(":[0-9]*$", "");
        // An IPv6 zone (after a percent sign) has a meaning only on the machine that wrote it.
        int zone = host.indexOf('%');
        if (zone >= 0) host = host.substring(0, zone);
        return host.isEmpty() ? null : NetUtil.createInetAddressFromIpAddressString(host);
    }

    /** Anybody may send one, of any length: whoever connects is known for a proxy only later. So one look at it must do. */
    static boolean isPrefix(String value) {
        return value.length() <= MAX_PREFIX_LENGTH
                && !value.contains("//")
                && PREFIX.matcher(value).matches();
    }

    private static void keep(Fields headers, String name, Predicate<String> form) {
        String value = first(headers, name);
        replace(headers, name, value != null && form.test(value) ? value : null);
    }

    private static String first(Fields headers, String name) {
        List<String> lines = headers.all(name);
        return lines.isEmpty() ? null : lines.get(0).split(",", 2)[0].strip();
    }

    private static void replace(Fields headers, String name, String value) {
        if (value == null) headers.remove(name);
        else headers.set(name, value);
    }
}
