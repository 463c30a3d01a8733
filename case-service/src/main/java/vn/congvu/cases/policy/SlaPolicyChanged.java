package vn.congvu.cases.policy;

/** There is a new version of the policy. Published on every replica; see {@link SlaPolicy#appliesToOpenCases()}. */
public record SlaPolicyChanged(String id) {}
