package org.quanheng.cli.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;

/**
 * Where a PostgreSQL is and how to sign in.
 *
 * @param url the JDBC address, without user and password
 * @param user the user name, empty when the address or the server's own rules say it
 * @param password the password, empty when none is needed
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final String EXPECTED =
            "jdbc:postgresql://HOST[:PORT]/DATABASE or postgres://USER:PASSWORD@HOST[:PORT]/DATABASE";

    /** Reads an address as hosting services give it; null when it is not one, and then the fault is recorded. */
    static @Nullable DatabaseAddress read(String where, String text, CallFaults faults) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(text, "", "");
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme());
            boolean known = scheme.equals("postgres") || scheme.equals("postgresql");
            String path = String.valueOf(uri.getPath());
            if (known && uri.getHost() != null && path.length() > 1) {
                return fromUri(uri);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            faults.add(
                    where, EXPECTED, Phrase.of("an address that cannot be read (not shown: it may hold a password)"));
            return null;
        }
        faults.add(where, EXPECTED, Phrase.of("another address (not shown: it may hold a password)"));
        return null;
    }

    private static DatabaseAddress fromUri(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                url,
                decoded(colon < 0 ? login : login.substring(0, colon)),
                colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address without the password. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1\u2026");
    }
}
