package dev.daybook.console.asking;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.Sights;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Call;

/** With which sight somebody looks: what is masked is shown to those who may see it, ask for it, and are recorded as having asked. */
public final class Looks {

    /** The parameter by which it is asked for. */
    public static final String UNMASK = "unmask";

    private final Sights sights;
    private final Actions actions;

    public Looks(Sights sights, Actions actions) {
        this.sights = sights;
        this.actions = actions;
    }

    public Sight of(Call call) {
        if (isWhole(call)) {
            actions.record(call.caller(), new ConsoleEvent.ConsoleUnmasked(call.path(), call.asked()));
            return sights.whole();
        }
        return sights.masked();
    }

    /** Whether the caller asks for what is masked, and there is something. */
    public boolean isWhole(Call call) {
        if (!call.flag(UNMASK)) {
            return false;
        }
        call.require(Role.AUDITOR, "see what is masked");
        return !sights.masked().isWhole();
    }
}
