import { colourJson } from './colours.js';
import { plainErrors, sentence } from './errors.js';

const byId = (id) => document.getElementById(id);
const [result, statusLine, errorList, eventList, copyButton] = ['result', 'status', 'errors', 'events', 'copy'].map(byId);

/** What became of a request is said in one line, e.g. `200 in 12 ms`. */
export function showStatus(text, isGood = true) {
  statusLine.textContent = text;
  statusLine.className = isGood ? 'good' : 'bad';
}

/** The answer is shown, with what went wrong above it in plain words. */
export function showAnswer(body) {
  showErrors(plainErrors(body));
  colourJson(result, JSON.stringify(body, null, 2));
  result.hidden = false;
  eventList.hidden = true;
  copyButton.hidden = false;
}

/** No answer is shown yet, or any more. */
export function clearAnswer(text = '') {
  showErrors([]);
  showStatus('');
  result.textContent = text;
  result.hidden = false;
  eventList.hidden = true;
  copyButton.hidden = true;
}

/** Nothing was sent, or nothing came back; the reason is shown. */
export function showReason(message) {
  clearAnswer();
  showErrors([{ code: 'NOT SENT', message, where: [], times: 1 }]);
}

/** The list holds these and nothing else. */
export function showErrors(errors) {
  errorList.hidden = errors.length === 0;
  errorList.replaceChildren(
    ...errors.map((error) => {
      const item = document.createElement('li');
      const code = document.createElement('code');
      code.textContent = error.code;
      item.append(code, ` ${sentence(error)}`);
      return item;
    }),
  );
}

copyButton.addEventListener('click', () => void navigator.clipboard.writeText(result.textContent));
