package dev.daybook.ports.storage;

import java.util.ServiceLoader;
import java.util.TreeSet;

/** The adapters on the class path. */
final class Providers {

    private Providers() {}

    /** The one that takes a URL. */
    static StorageProvider of(String url) {
        TreeSet<String> schemes = new TreeSet<>();
        for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
            if (url.startsWith(provider.scheme() + ":")) {
                return provider;
            }
            schemes.add(provider.scheme() + ":");
        }
        int colon = url.indexOf(':');
        throw new IllegalArgumentException("no adapter takes "
                + (colon < 0
                        ? "the URL " + url + ", which has no scheme"
                        : "URLs of the scheme " + url.substring(0, colon + 1))
                + "; on the class path are " + schemes + ". Add the adapter's dependency (sqlite: is in "
                + "dev.daybook:daybook-adapters-sqlite) or correct the URL");
    }
}
