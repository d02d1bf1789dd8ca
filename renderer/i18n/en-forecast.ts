/** What the forecast says in English. */
import type { Catalogue } from './nl.ts';

export const FORECAST: Catalogue['forecast'] = {
  title: 'Forecast',
  heading: 'What is coming',
  text: 'Whose turn it is in the coming four weeks, against how many can be called.',
  measure: 'Donors who wait, by day; the line is how many can be called.',
  measureWithout: 'Donors on the list, by day, when nobody is called.',
  incomplete: 'After {{day}} it may be more: the details of some donors are not on this workstation yet.',
  capacity: 'How many donors can be called?',
  weekdays: {
    '1': 'Monday',
    '2': 'Tuesday',
    '3': 'Wednesday',
    '4': 'Thursday',
    '5': 'Friday',
    '6': 'Saturday',
    '7': 'Sunday',
  },
  save: 'Save',
  saved: 'Saved.',
  wrong: 'Fill in a whole number from 0 to 5000 for every day.',
  table: 'The same figures as a table',
  day: 'Day',
  onList: 'On the list',
  fresh: 'New',
  waiting: 'Waiting',
  room: 'Room',
  left: 'Left over',
};
