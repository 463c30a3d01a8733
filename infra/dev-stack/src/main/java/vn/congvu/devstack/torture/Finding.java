package vn.congvu.devstack.torture;

/**
 * Something that must never be.
 *
 * @param claim which it breaks
 * @param subject id of the complaint, case or notice, by which its history is found
 */
record Finding(String claim, String subject, String what) {}
