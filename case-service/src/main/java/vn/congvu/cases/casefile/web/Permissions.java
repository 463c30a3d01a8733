package vn.congvu.cases.casefile.web;

import java.util.Set;
import java.util.TreeSet;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/** Which commands make sense for a caller on a case as it is: what pages show as buttons. The rules themselves decide again. */
final class Permissions {
    private Permissions() {}

    static Set<String> of(CaseFile file, Caller caller) {
        var commands = new TreeSet<String>();
        boolean head = caller.has(Role.AGENCY_HEAD) && answers(file, caller);
        boolean officer = caller.has(Role.AGENCY_OFFICER) && answers(file, caller);
        boolean desk = caller.has(Role.TRIAGE);
        boolean monitor = caller.has(Role.MONITOR);
        if (head || officer || desk || monitor) {
            commands.add("note");
        }
        switch (file.state()) {
            case TRIAGE -> {
                if (desk) {
                    commands.addAll(Set.of("forward", "merge", "split", "hand-over"));
                }
            }
            case ASSIGNED, REOPENED -> {
                if (head) {
                    commands.addAll(Set.of("accept", "delegate", "extend", "answer", "split", "hand-over"));
                    if (file.state() == CaseState.ASSIGNED) {
                        commands.add("forward");
                    }
                }
            }
            case ACCEPTED -> {
                if (head) {
                    commands.addAll(
                            Set.of("delegate", "ask-citizen", "forward", "extend", "answer", "split", "hand-over"));
                }
                if (officer) {
                    commands.add("ask-citizen");
                }
            }
            case WAITING -> {
                if (head) {
                    commands.addAll(Set.of("delegate", "answer"));
                }
            }
            case ANSWERED -> {
                if ((head || desk || monitor) && file.reopenings() == 0) {
                    commands.add("reopen");
                }
            }
            case MERGED -> {
                if (desk) {
                    commands.add("unmerge");
                }
            }
            case CLOSED, HANDED_OVER, WITHDRAWN -> {}
        }
        if ((head || officer) && (file.state() == CaseState.ACCEPTED || file.state() == CaseState.WAITING)) {
            commands.add("draft");
        }
        if (file.state().open() && (desk || monitor)) {
            commands.add("withdraw");
        }
        if (file.state().open() && desk) {
            commands.addAll(Set.of("merge", "split", "hand-over"));
        }
        return commands;
    }

    /** The draft is the agency's own paper. */
    static boolean readsDraft(CaseFile file, Caller caller) {
        return (caller.has(Role.AGENCY_HEAD) || caller.has(Role.AGENCY_OFFICER)) && answers(file, caller);
    }

    private static boolean answers(CaseFile file, Caller caller) {
        var assigned = file.lookup().assignedTo();
        return assigned != null && assigned.equals(caller.agencyCode());
    }
}
