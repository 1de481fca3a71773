package dev.daybook.console.page;

import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Sights;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Call;
import java.util.List;
import java.util.Optional;

/**
 * What every page has around its content.
 *
 * @param base what links begin with
 * @param title the title of the page
 * @param here the path of the page, to mark it in the navigation
 * @param caller who looks at it
 * @param signedIn whether he can sign out
 * @param csrf what its forms send back, in the field {@code csrf}
 * @param mask the same page with or without masks, where there are any and the caller may see behind them
 */
public record Frame(
        String base, String title, String here, String caller, boolean signedIn, String csrf, Optional<Mask> mask) {

    private static final List<Page> PAGES = List.of(
            new Page(EventsPage.PATH, "Events"),
            new Page(OverviewPage.PATH, "Overview"),
            new Page(AggregatesPage.PATH, "Aggregates"),
            new Page(ProjectionsPage.PATH, "Projections"),
            new Page(ConsumersPage.PATH, "Consumers"));

    /** What the navigation leads to. */
    public record Page(String path, String name) {}

    /** What leads behind the masks, or back. */
    public record Mask(String url, String words) {}

    static Frame of(Call call, String title, String here) {
        return of(call, title, here, Optional.empty());
    }

    /** Of a page on which something can be masked. */
    static Frame of(Call call, String title, String here, Sights sights) {
        boolean canUnmask = call.may(Role.AUDITOR) && !sights.masked().isWhole();
        return of(call, title, here, canUnmask ? Optional.of(mask(call)) : Optional.empty());
    }

    private static Frame of(Call call, String title, String here, Optional<Mask> mask) {
        String caller = call.caller().name();
        return new Frame(call.base(), title, here, caller, !caller.equals(Security.LOCAL), call.csrf(), mask);
    }

    private static Mask mask(Call call) {
        Url url = Url.of(call.base(), call.path()).with(call.query(), name -> !name.equals(Looks.UNMASK));
        return call.flag(Looks.UNMASK)
                ? new Mask(url.toString(), "Mask again")
                : new Mask(url.with(Looks.UNMASK, true).toString(), "Unmask");
    }

    public List<Page> pages() {
        return PAGES;
    }
}
