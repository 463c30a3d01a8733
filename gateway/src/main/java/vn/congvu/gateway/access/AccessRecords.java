package vn.congvu.gateway.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.gateway.services.CurrentCaller;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.AuditTrail;

/** What happens to accounts, in the audit trail of the door. What can't be recorded does not happen. */
@Component
class AccessRecords {
    /** What was typed where there is no such account may be a password in the wrong field. */
    private static final Caller NOBODY_KNOWN = new Caller("unknown", Set.of(), null, null);

    private final AuditTrail trail;

    AccessRecords(AuditTrail trail) {
        this.trail = trail;
    }

    void signedIn(Caller who, SignIn.Door door) {
        trail.record(who, AuditAction.SIGNED_IN, Outcome.DONE, List.of(who.subject()), door.name());
    }

    /** @param step which proof was wrong */
    void failed(Optional<Account> account, String step) {
        var who = account.map(Account::caller).orElse(NOBODY_KNOWN);
        trail.record(who, AuditAction.SIGN_IN_FAILED, Outcome.REFUSED, List.of(who.subject()), step);
    }

    void signedOut(Caller who, String which) {
        trail.record(who, AuditAction.SIGNED_OUT, Outcome.DONE, List.of(who.subject()), which);
    }

    /** Before the owner changes what lets the owner in. */
    void changing(Account own, AuditAction action, String what) {
        trail.record(own.caller(), action, Outcome.BEGUN, List.of(own.username()), what);
    }

    /** Before whoever is signed in changes an account or a token. */
    void changing(AuditAction action, @Nullable String which, String what) {
        trail.record(CurrentCaller.get(), action, Outcome.BEGUN, which == null ? List.of() : List.of(which), what);
    }
}
