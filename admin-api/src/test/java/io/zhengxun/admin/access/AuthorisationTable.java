package io.zhengxun.admin.access;

import io.zhengxun.registry.account.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code authorisation.txt}, read. */
record AuthorisationTable(List<Line> lines) {

    private static final int ROLES_FROM = 2;

    /** How an endpoint answers about what lies outside of the person's scope. */
    enum Foreign {
        /** It knows no scope. */
        NONE,
        /** As if it did not exist: 404. */
        ABSENT,
        /** A list leaves it out. */
        LEFT_OUT
    }

    /** @param open whether anyone may call it, without a log-in */
    record Line(String method, String path, boolean open, Set<Role> allowed, Foreign foreign) {

        String route() {
            return method + " " + path;
        }
    }

    static AuthorisationTable read() {
        try (InputStream file = AuthorisationTable.class.getResourceAsStream("/authorisation.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new AuthorisationTable(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AuthorisationTable::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] cells = text.strip().split("\\s+");
        Role[] roles = Role.values();
        if (cells.length != ROLES_FROM + roles.length + 1) {
            throw new IllegalArgumentException("Not method, path, a sign for each role, and foreign: " + text);
        }
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        boolean open = true;
        for (Role role : roles) {
            String sign = cells[ROLES_FROM + role.ordinal()];
            if (!List.of("o", "+", "-").contains(sign)) {
                throw new IllegalArgumentException("Neither o nor + nor -: " + text);
            }
            open &= sign.equals("o");
            if (!sign.equals("-")) {
                allowed.add(role);
            }
        }
        return new Line(cells[0], cells[1], open, allowed, Foreign.valueOf(cells[cells.length - 1].replace('-', '_')));
    }
}
