package vn.congvu.gateway.services;

import org.springframework.security.core.context.SecurityContextHolder;
import vn.congvu.platform.access.Caller;

/** Who makes the request that this thread serves. */
public final class CurrentCaller {
    private CurrentCaller() {}

    /** The anonymous caller where nobody is signed in. */
    public static Caller get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.anonymous();
    }
}
