package vn.congvu.contracts;

/** An agency as it was called when the event happened. */
public record AgencyRef(String code, String name) {}
