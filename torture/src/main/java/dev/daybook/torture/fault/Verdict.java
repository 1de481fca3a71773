package dev.daybook.torture.fault;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param scenario its name
 * @param told what was seen, in words
 * @param findings what is wrong; nothing if all is well
 */
public record Verdict(String scenario, String told, List<String> findings) {}
