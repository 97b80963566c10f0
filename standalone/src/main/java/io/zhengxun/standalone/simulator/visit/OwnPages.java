package io.zhengxun.standalone.simulator.visit;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The account's registered web pages: those on this machine, whatever the port. */
final class OwnPages {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private OwnPages() {}

    /** The address, if it is one of a page of ours; may be null. */
    static Optional<URI> find(String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && HOSTS.contains(uri.getHost()) && uri.getRawUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
