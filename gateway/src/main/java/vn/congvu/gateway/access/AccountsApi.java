package vn.congvu.gateway.access;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.gateway.access.LocalAccounts.AccountView;
import vn.congvu.gateway.access.LocalAccounts.Change;
import vn.congvu.gateway.access.LocalAccounts.Invited;
import vn.congvu.gateway.access.LocalAccounts.NewAccount;
import vn.congvu.platform.paging.Page;

/** The local accounts, for the administrator, who never learns a password: whoever is invited sets it. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {
    private final LocalAccounts accounts;

    AccountsApi(LocalAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Accounts in order of their names, those that begin with q")
    Page<AccountView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int size) {
        return accounts.list(q, cursor, size);
    }

    @GetMapping("/{username}")
    @PreAuthorize("hasRole('ADMIN')")
    AccountView get(@PathVariable String username) {
        return accounts.get(username);
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    Invited add(@RequestBody NewAccount account) {
        return accounts.add(account);
    }

    @PostMapping("/{username}/invitation")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@PathVariable String username) {
        return accounts.invite(username);
    }

    @PutMapping("/{username}")
    @PreAuthorize("hasRole('ADMIN')")
    AccountView change(@PathVariable String username, @RequestBody Change change) {
        return accounts.change(username, change);
    }
}
