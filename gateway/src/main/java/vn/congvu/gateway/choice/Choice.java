package vn.congvu.gateway.choice;

/**
 * One line of a list.
 *
 * @param name in the language of the page
 */
public record Choice(String code, String name) {}
