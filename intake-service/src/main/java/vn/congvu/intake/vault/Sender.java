package vn.congvu.intake.vault;

/** Who reports: in their own words still, or in the vault already, from where they can't be read any more. */
public sealed interface Sender permits Person, Vaulted {
    /** The same for the same sender, for comparing requests; as personal as what it is made of. */
    String canonical();

    /** Whether storing this sender would put something into the vault. */
    boolean addsToVault();
}
