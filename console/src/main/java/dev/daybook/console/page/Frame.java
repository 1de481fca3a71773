package dev.daybook.console.page;

import dev.daybook.console.security.Security;
import dev.daybook.console.web.Call;

/**
 * What every page has around its content.
 *
 * @param base what links begin with
 * @param title the title of the page
 * @param here the path of the page, to mark it in the navigation
 * @param caller who looks at it
 * @param signedIn whether he can sign out
 * @param csrf what its forms send back, in the field {@code csrf}
 */
public record Frame(String base, String title, String here, String caller, boolean signedIn, String csrf) {

    static Frame of(Call call, String title, String here) {
        return new Frame(
                call.base(),
                title,
                here,
                call.caller().name(),
                !call.caller().name().equals(Security.LOCAL),
                call.csrf());
    }
}
