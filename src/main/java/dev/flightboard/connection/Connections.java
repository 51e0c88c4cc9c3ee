package dev.flightboard.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.flightboard.FlightboardConfig;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * All open connections, up to a limit. When it is reached, the connection that has waited longest without a request is closed
 * to make room. Any thread.
 */
@Singleton
@Unremovable // used by the transport alone, which is no bean
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    // For open files that are no connections of clients: jars, Kafka, probes. A replica has about 200.
    private static final int RESERVED_FILES = 500;

    // How much unsent data the kernel may keep for a connection. Less costs system calls. More costs memory for each
    // slow reader, and it takes longer to notice that it reads at all.
    private static final int UNSENT_BYTES = 64 * 1024;

    private final FlightboardConfig.Connections settings;
    private final int managementPort;
    private final ConnectionMetrics metrics;
    private final Forwarding forwarding;
    private final Map<String, String> headers;
    private final long maxBody;
    private final int writeTimeoutMillis;
    private final int limit;
    private final Set<Connection> waiting = new LinkedHashSet<>();
    private int open;

    Connections(
            FlightboardConfig config,
            @ConfigProperty(name = "quarkus.management.port") int managementPort,
            ConnectionMetrics metrics,
            Forwarding forwarding,
            Config quarkus) {
        this.settings = config.connections();
        this.managementPort = managementPort;
        this.metrics = metrics;
        this.forwarding = forwarding;
        this.headers = new HashMap<>();
        VertxHttpConfig http = quarkus.unwrap(SmallRyeConfig.class).getConfigMapping(VertxHttpConfig.class);
        http.header().forEach((name, header) -> headers.put(name, header.value()));
        this.maxBody = http.limits().maxBodySize().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.writeTimeoutMillis = (int) config.stream().writeTimeout().toMillis();
        this.limit = Math.min(settings.max(), openableFiles() - RESERVED_FILES);
        metrics.open(this::open);
        int wanted = config.stream().maxSubscribers();
        if (limit < wanted) {
            LOG.warnf(
                    "This process may open files for %d connections, and FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS is %d: let it"
                            + " open more (ulimit -n), or lower the setting",
                    limit, wanted);
        }
    }

    private static int openableFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount())
                : Integer.MAX_VALUE;
    }

    /** To be called before the server is bound. */
    void guard(ServerBootstrap server, int port) {
        server.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        if (Epoll.isAvailable()) {
            // A client that vanished acknowledges nothing, and by itself Linux would keep its socket for 15 minutes.
            // Twice the write timeout, so that a client that is there and reads nothing is ended by the write timeout.
            server.childOption(EpollChannelOption.TCP_USER_TIMEOUT, 2 * writeTimeoutMillis);
            server.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) UNSENT_BYTES);
        }
        server.handler(new Door(port != managementPort));
    }

    FlightboardConfig.Connections settings() {
        return settings;
    }

    int writeTimeoutMillis() {
        return writeTimeoutMillis;
    }

    ConnectionMetrics metrics() {
        return metrics;
    }

    /** The headers that every answer has. */
    Map<String, String> headers() {
        return headers;
    }

    long maxBody() {
        return maxBody;
    }

    Forwarding forwarding() {
        return forwarding;
    }

    /**
     * Counts the connection; false where there is no room for it. It waits from now on: its event loop may get to it much later,
     * and of many that come at once there would be none that could make room for the last.
     */
    private boolean enter(Connection connection, Channel channel) {
        Connection leaving = null;
        synchronized (this) {
            if (open >= limit) {
                Iterator<Connection> longest = waiting.iterator();
                if (!longest.hasNext()) return false;
                leaving = longest.next();
                longest.remove();
            }
            open++;
            waiting.add(connection);
        }
        channel.closeFuture().addListener(closed -> leave(connection));
        if (leaving != null) leaving.makeRoom();
        return true;
    }

    private synchronized void leave(Connection connection) {
        open--;
        waiting.remove(connection);
    }

    synchronized void waits(Connection connection) {
        waiting.remove(connection);
        waiting.add(connection);
    }

    synchronized void waitsNoMore(Connection connection) {
        waiting.remove(connection);
    }

    private synchronized int open() {
        return open;
    }

    /**
     * Sees each connection when it is accepted. Those of the management port are not counted, so that probes are answered even
     * when there is no room.
     */
    private final class Door extends ChannelInboundHandlerAdapter {

        private final boolean counts;

        Door(boolean counts) {
            this.counts = counts;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object accepted) {
            Channel channel = (Channel) accepted;
            Connection connection = new Connection(Connections.this);
            if (counts && !enter(connection, channel)) {
                metrics.ended(ConnectionMetrics.Reason.FULL);
                channel.unsafe().closeForcibly();
                return;
            }
            channel.pipeline().addLast(new ConnectionAdder(connection));
            ctx.fireChannelRead(channel);
        }
    }

    /** Adds the {@link Connection} when the server has added its own handlers: behind TLS, before HTTP. */
    private static final class ConnectionAdder extends ChannelInboundHandlerAdapter {

        private final Connection connection;

        ConnectionAdder(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void channelRegistered(ChannelHandlerContext ctx) {
            ctx.pipeline().addLast(connection);
            ctx.fireChannelRegistered();
            ctx.pipeline().remove(this);
        }
    }
}
