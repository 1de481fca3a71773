package dev.daybook.core.projection;

import java.util.Optional;

/**
 * A key of which two versions of a view have different states.
 *
 * @param key the key
 * @param one its state in the one version, if it has the key
 * @param other its state in the other version, if it has the key
 * @param <S> the state of a key
 */
public record Difference<S>(String key, Optional<S> one, Optional<S> other) {}
