/**
 * react-aria adds a <style> element for one rule on touch screens, which the content security policy forbids. It
 * leaves that out when an element with this id is there already; the rule itself is in style/react-aria.css.
 */
const MARK = 'react-aria-pressable-style';

if (document.getElementById(MARK) === null) {
  const mark = document.createElement('meta');
  mark.id = MARK;
  document.head.append(mark);
}
