import { showErrors, showStatus } from './answer.js';
import { colourJson } from './colours.js';
import { plainErrors } from './errors.js';

const byId = (id) => document.getElementById(id);
const [list, result, copyButton] = ['events', 'result', 'copy'].map(byId);
const NEWEST_KEPT = 200;

/** An empty list of events takes the place of the answer, newest first. `label` names the transport. */
export function openEventList(label) {
  let count = 0;
  list.replaceChildren();
  list.hidden = false;
  result.hidden = true;
  copyButton.hidden = true;
  showErrors([]);
  showStatus(`${label}: waiting for the first event`);
  return {
    take(event) {
      count += 1;
      const errors = plainErrors(event);
      if (errors.length > 0) showErrors(errors);
      list.prepend(itemOf(event));
      while (list.children.length > NEWEST_KEPT) list.lastChild.remove();
      showStatus(`${label}: listening, ${count} event${count === 1 ? '' : 's'}`, errors.length === 0);
    },
    end(reason) {
      showStatus(
        `${label}: ${reason}, after ${count} event${count === 1 ? '' : 's'}`,
        reason === 'ended' || reason === 'stopped',
      );
    },
  };
}

function itemOf(event) {
  const item = document.createElement('li');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString('en-GB');
  summary.append(time, ` ${summaryOf(event)}`);
  const text = document.createElement('pre');
  colourJson(text, JSON.stringify(event, null, 2));
  details.append(summary, text);
  item.append(details);
  return item;
}

/** The short values of the event, in its own order, e.g. `CHANGE, 5, SUBMITTED`. */
function summaryOf({ data, errors }) {
  if (data == null) return (errors ?? []).map(({ message }) => message).join(', ');
  const values = Object.values(data).flatMap((field) =>
    typeof field === 'object' && field !== null ? Object.values(field) : field,
  );
  return values.filter((value) => value !== null && typeof value !== 'object' && String(value).length <= 40).join(', ');
}
