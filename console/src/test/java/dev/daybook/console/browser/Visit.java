package dev.daybook.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who looks at a console: a window of his own, in which nothing may go wrong unseen. */
final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = AxeBuilder.getAxeScript();
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final double PATIENCE = 10_000;

    private final URI root;
    private final BrowserContext context;
    private final AtomicInteger loads = new AtomicInteger();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    final Page page;

    private Visit(URI root, Browser.NewContextOptions options) {
        this.root = root;
        this.context = Chromium.browser().newContext(options);
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                faults.add(message.text());
            }
        });
        page.onLoad(whole -> loads.incrementAndGet());
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(root.resolve("/").toString())) {
                faults.add("asked elsewhere: " + request.url());
            }
        });
        page.onDialog(dialog -> {
            faults.add("a script of the data ran: " + dialog.message());
            dialog.dismiss();
        });
    }

    static Visit to(URI root) {
        return new Visit(root, options());
    }

    static Visit with(URI root, int width, int height, ColorScheme scheme) {
        return new Visit(root, options().setViewportSize(width, height).setColorScheme(scheme));
    }

    static Visit withoutJavaScript(URI root) {
        return new Visit(root, options().setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
    }

    Visit open(String path) {
        assertThat(answer(path)).as("status of %s", path).isEqualTo(200);
        return this;
    }

    int answer(String path) {
        Response response =
                Objects.requireNonNull(page.navigate(root.resolve(path).toString()));
        return response.status();
    }

    /** The texts of all that a selector finds. */
    List<String> texts(String selector) {
        return page.locator(selector).allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    String query() {
        return Objects.requireNonNullElse(URI.create(page.url()).getRawQuery(), "");
    }

    Visit screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    Visit wholeScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** By every rule there is. */
    Visit isAccessible() {
        return axeFindsNothing("tag", TAGS);
    }

    /** By the rules of colours alone: what else there is, is the same in every look. */
    Visit hasContrast() {
        return axeFindsNothing("rule", COLOURS);
    }

    /** By axe-core itself, as its Java binding opens a page of its own for each result, which takes three times as long. */
    private Visit axeFindsNothing(String kind, List<String> rules) {
        // What is hidden behind the header at the top is not hidden once it is scrolled to.
        page.evaluate("() => scrollTo(0, 0)");
        page.evaluate(AXE);
        Object violations = page.evaluate(
                "([type, values]) => axe.run(document, {runOnly: {type, values}, resultTypes: ['violations']}).then(found =>"
                        + " found.violations.map(rule => `${rule.id}: ${rule.help} ` + rule.nodes.slice(0, 3)"
                        + ".map(node => `${node.html} ${node.failureSummary}`)))",
                List.of(kind, rules));
        assertThat((List<?>) violations)
                .as("what axe-core finds on %s", page.url())
                .isEmpty();
        return this;
    }

    /** Clicks what leads to another page, and waits until that is there as a whole. */
    void go(String selector) {
        leave(() -> page.click(selector));
    }

    /** Does what leads to another page, and waits until that is there as a whole. */
    void leave(Runnable action) {
        int before = loads.get();
        action.run();
        page.waitForCondition(() -> loads.get() > before);
    }

    /** What the browser has to be sent for the page: all that it takes, by what the browser itself measured. */
    Weight weight() {
        Object figures = page.evaluate("() => {"
                + " const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];"
                + " const sum = name => parts.reduce((all, part) => all + part[name], 0);"
                + " return [sum('transferSize'), sum('decodedBodySize'),"
                + " performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1]; }");
        List<?> numbers = (List<?>) figures;
        return new Weight(
                ((Number) numbers.get(0)).longValue(),
                ((Number) numbers.get(1)).longValue(),
                ((Number) numbers.get(2)).doubleValue());
    }

    /**
     * What a page takes.
     *
     * @param sent bytes on the line, compressed, with headers
     * @param unpacked bytes of all that was sent
     * @param firstPaint milliseconds from asking for it until something of it was drawn
     */
    record Weight(long sent, long unpacked, double firstPaint) {}

    /** Nothing sticks out of the window at its side. */
    Visit fits() {
        Object over = page.evaluate("() => document.documentElement.scrollWidth <= innerWidth ? []"
                + " : [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                + ".map(e => e.outerHTML.slice(0, 120)).slice(0, 8)");
        assertThat((List<?>) over).as("what sticks out of %s", page.url()).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).as("what went wrong unseen").isEmpty();
    }
}
