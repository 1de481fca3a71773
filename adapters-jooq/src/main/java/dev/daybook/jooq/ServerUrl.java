package dev.daybook.jooq;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A URL of a database server, such as {@code postgresql://user:password@host:5432/database?schema=orders}. What {@code schema} is
 * to Daybook, every other parameter is to the driver.
 */
final class ServerUrl {

    private static final String SCHEMA = "schema";

    private final URI uri;
    private final Map<String, String> parameters;

    private ServerUrl(URI uri, Map<String, String> parameters) {
        this.uri = uri;
        this.parameters = parameters;
    }

    static ServerUrl parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
                throw malformed(url);
            }
            return new ServerUrl(uri, parameters(uri.getRawQuery()));
        } catch (URISyntaxException e) {
            throw malformed(url);
        }
    }

    /** Without what could be a password. */
    private static IllegalArgumentException malformed(String url) {
        String scheme = url.substring(0, Math.max(0, url.indexOf(':')));
        return new IllegalArgumentException("expected " + scheme
                + "://USER:PASSWORD@HOST:PORT/DATABASE, with ?schema=NAME if wanted and what is no letter or digit"
                + " percent-encoded; the given URL is not of that form");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String key = equals < 0 ? parameter : parameter.substring(0, equals);
                parameters.put(decoded(key), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** For JDBC, without user and password. */
    String jdbc() {
        String bare = "jdbc:" + uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
        String rest = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(SCHEMA))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? bare : bare + "?" + rest;
    }

    Optional<String> schema() {
        return Optional.ofNullable(parameters.get(SCHEMA));
    }

    Optional<String> user() {
        return userInfo(0);
    }

    Optional<String> password() {
        return userInfo(1);
    }

    private Optional<String> userInfo(int part) {
        String info = uri.getRawUserInfo();
        String[] parts = info == null ? new String[0] : info.split(":", 2);
        return part < parts.length ? Optional.of(decoded(parts[part].replace("+", "%2B"))) : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
