/** The list of keys. */
import {h, kbd} from '../dom.mjs';
import {openDialog} from '../part/dialog.mjs';
import {texts} from '../texts.en.mjs';

const KEYS = [
  ['digits'],
  ['enter', 'accept', 'Enter'],
  ['tab', 'doubt', 'Tab'],
  ['arrows'],
  ['backspace'],
  ['', 'illegible', 'I'],
  ['', 'blank', 'B'],
  ['', 'otherForm', 'F'],
  ['', 'wrongPlace', 'W'],
  ['', 'page', 'P'],
  ['', 'later', 'L'],
  ['', 'undo', 'U'],
  ['', 'batch', 'K'],
  ['', 'document', 'D'],
  ['', 'darker', 'X'],
  ['', 'bigger', 'Z'],
  ['', 'theme', 'T'],
  ['', 'menu', 'M'],
  ['', 'help', '?'],
  ['dismiss']
];

export function openKeys() {
  const {keys} = texts;
  openDialog(
    keys.title,
    h(
      'dl',
      {class: 'keys'},
      KEYS.map(([name, does = name, key = keys[name]]) =>
        h(
          'div',
          {},
          h(
            'dt',
            {},
            key.split(' ').map((part) => (part === 'to' ? ` ${part} ` : kbd(part)))
          ),
          h('dd', {}, keys[`${does}Does`])
        )
      )
    ),
    {wide: true}
  );
}
