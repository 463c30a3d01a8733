package vn.congvu.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who is to be told about a complaint or a dossier, without saying who that is.
 *
 * @param contactRef opens, in the intake vault, the way to reach the person; absent for an anonymous one
 * @param channel how the person is best reached
 */
public record Reporter(@Nullable String contactRef, Channel channel, Language language) {}
