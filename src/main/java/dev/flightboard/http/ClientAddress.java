package dev.flightboard.http;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;

/** The address under which a client's streams are counted. */
final class ClientAddress {

    // With IPv6 each household or server has at least 2^64 addresses: only the first 8 bytes tell them apart.
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String group(SocketAddress client) {
        String address = client == null ? null : client.hostAddress();
        if (address == null) return "unknown";
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == 4) return address;
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }
}
